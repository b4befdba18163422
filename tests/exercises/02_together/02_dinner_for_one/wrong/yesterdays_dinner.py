"""You keep the two tasks in a variable of the module. On the second evening they are done long ago, and you
serve what is left from the first. A task runs once; whoever wants a new dinner needs new tasks.
"""

import asyncio
from collections.abc import Awaitable, Callable

tasks: list[asyncio.Task[str]] = []


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    if not tasks:
        tasks.extend([asyncio.create_task(boil()), asyncio.create_task(chop())])
        on_start(["boil", "chop"])
    pasta, salad = [await task for task in tasks]
    return await serve(pasta, salad)
