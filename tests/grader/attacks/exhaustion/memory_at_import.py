"""Fill the memory while the file is loaded
stopped by: rlimits
reasons: load crash
tests: one
"""

block = bytes(3_000_000_000)
print("BREACH: 3 GB")


async def reports(ask, stations):
    return []
