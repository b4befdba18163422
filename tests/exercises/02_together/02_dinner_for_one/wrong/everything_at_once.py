"""All three go on together, so dinner is served before anything is ready: `serve` gets two tasks instead
of a pasta and a salad. What needs the result of a task has to wait for that task.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    boiling = asyncio.create_task(boil(), name="boil")
    chopping = asyncio.create_task(chop(), name="chop")
    on_start(["boil", "chop"])
    _, _, meal = await asyncio.gather(boiling, chopping, serve(boiling, chopping))
    return meal
