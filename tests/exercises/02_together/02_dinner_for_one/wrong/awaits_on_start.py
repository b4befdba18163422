"""`on_start` is a plain function: it has done its work when the call returns, and it returns None. `await`
on its result is a TypeError. Only what is awaitable can be awaited.
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
    await on_start(["boil", "chop"])
    return await serve(await boiling, await chopping)
