"""You give the dishes to `serve` in the wrong order: the salad comes as the pasta. The order in which the
dishes get ready, or in which you wait for them, is not the order of the arguments.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    tasks = [asyncio.create_task(boil()), asyncio.create_task(chop())]
    on_start(["boil", "chop"])
    dishes = [await dish for dish in asyncio.as_completed(tasks)]
    return await serve(*dishes)
