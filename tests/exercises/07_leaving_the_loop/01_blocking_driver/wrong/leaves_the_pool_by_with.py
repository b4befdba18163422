"""`with` of a thread pool waits for all its threads when the block is left, and it does so without an
`await`. As long as all goes well they have ended by then. After an error, or when you are cancelled, they
have not, and the loop stands still until they have.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=8) as pool:
        return await asyncio.gather(*(loop.run_in_executor(pool, read, sensor) for sensor in sensors))
