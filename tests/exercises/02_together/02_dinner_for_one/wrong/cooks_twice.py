"""You start both as tasks, and then you call `boil()` and `chop()` once more to get the dishes. Every call
is a new pot on the stove. What you want is the result of the tasks that you already have.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    cooking = asyncio.gather(boil(), chop())
    on_start(["boil", "chop"])
    pasta, salad = await asyncio.gather(boil(), chop())
    await cooking
    return await serve(pasta, salad)
