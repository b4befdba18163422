"""Fill the memory while the file is loaded
stopped by: rlimits
reasons: load crash
tests: one
"""

block = " " * 900_000_000
print("BREACH: 900 MB")

async def reports(ask, stations):
    return []
