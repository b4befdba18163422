"""The loop lives in a thread of its own, for the time of one drink."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def serve(brew, drink):
    async def order():
        return await brew(drink)

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, order()).result()
