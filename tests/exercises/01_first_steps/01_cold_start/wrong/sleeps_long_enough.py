"""You start the brewing and then sleep for a time that should be enough. Brewing takes as long as it takes:
a guess is too long for water and too short for a big pot. There is a way to wait for the end itself.
"""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    async def wait_a_little() -> str:
        task = asyncio.create_task(brew(drink))
        await asyncio.sleep(3)
        return task.result()

    return asyncio.run(wait_a_little())
