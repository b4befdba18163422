"""A helper thread runs a loop of its own, which has nothing to do but to wait for the reads."""

import asyncio


async def read_all(read, sensors):
    async def inner():
        reads = [asyncio.to_thread(read, s) for s in sensors]
        return await asyncio.gather(*reads)

    return await asyncio.to_thread(lambda: asyncio.run(inner()))
