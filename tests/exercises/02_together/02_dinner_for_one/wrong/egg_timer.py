"""You set a clock to three seconds and then look at the dishes. A quick dinner waits for nothing until the
clock rings. Wait for the two tasks, not for the clock.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    pasta, salad = asyncio.create_task(boil()), asyncio.create_task(chop())
    on_start(["boil", "chop"])
    await asyncio.sleep(3)
    return await serve(await pasta, await salad)
