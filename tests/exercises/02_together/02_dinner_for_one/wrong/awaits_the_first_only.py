"""You wait for the pasta, and take it for granted that the salad is ready by then. With a big salad it is
not, and `result()` of a task that is still running is an InvalidStateError. Whoever needs two things has
to wait for both.
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
    pasta = await boiling
    return await serve(pasta, chopping.result())
