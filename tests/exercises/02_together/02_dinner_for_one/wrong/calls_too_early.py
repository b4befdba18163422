"""You call the guest first and put the water on afterwards. At that moment nothing is scheduled yet: there
are no tasks with which you could keep your promise.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    on_start(["boil", "chop"])
    boiling = asyncio.create_task(boil(), name="boil")
    chopping = asyncio.create_task(chop(), name="chop")
    return await serve(await boiling, await chopping)
