"""Fill the memory past Python, with a map of the kernel
stopped by: rlimits
reasons: exception crash
tests: one
"""

import mmap


async def reports(ask, stations):
    block = mmap.mmap(-1, 3_000_000_000)
    block[-1] = 1
    print("BREACH: 3 GB")
    return []
