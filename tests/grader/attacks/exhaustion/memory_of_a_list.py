"""Fill the memory with a list
stopped by: rlimits
reasons: exception crash
tests: one
"""

async def reports(ask, stations):
    block = []
    for _ in range(9):
        block.append(bytearray(100_000_000))
    print("BREACH: 900 MB")
    return []
