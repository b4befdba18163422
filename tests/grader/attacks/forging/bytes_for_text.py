"""Bytes, a bytearray and a memoryview where texts are asked for
stopped by: process
reasons: assertion exception
"""

import asyncio


async def reports(ask, stations):
    answers = await asyncio.gather(*map(ask, stations))
    return [kind(text.encode()) for kind, text in zip((bytes, bytearray, memoryview), answers)]
