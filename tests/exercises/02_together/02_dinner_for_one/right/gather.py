"""gather schedules both at once and hands out a future, which is awaited after the call."""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    both = asyncio.gather(boil(), chop())
    on_start(["boil", "chop"])
    return await serve(*await both)
