"""Tasks in the other order, and asyncio.wait for both."""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    chopping = asyncio.ensure_future(chop())
    boiling = asyncio.ensure_future(boil())
    on_start(["boil", "chop"])
    await asyncio.wait({boiling, chopping})
    return await serve(boiling.result(), chopping.result())
