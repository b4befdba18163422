"""Fill the memory past Python, with a map of the kernel
stopped by: rlimits
reasons: exception crash
tests: one
"""

import mmap


async def reports(ask, stations):
    block = mmap.mmap(-1, 1_500_000_000)
    block[::4096 * 256] = b"x" * len(range(0, 1_500_000_000, 4096 * 256))
    print("BREACH: 1.5 GB")
    return []
