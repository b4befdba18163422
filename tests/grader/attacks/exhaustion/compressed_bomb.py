"""Unpack a gigabyte from a megabyte
stopped by: process
reasons: exception crash hang
tests: one
"""

import zlib


async def reports(ask, stations):
    data = zlib.compress(bytes(100_000_000))
    for _ in range(30):
        zlib.decompress(data)
    return [zlib.decompress(data) for _ in range(9)]
