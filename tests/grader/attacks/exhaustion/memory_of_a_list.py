"""Fill the memory with a list
stopped by: rlimits
reasons: exception crash
tests: one
"""


async def reports(ask, stations):
    block = [bytes(100_000_000) for _ in range(30)]
    print("BREACH:", len(block), "times 100 MB")
    return []
