"""Three tasks: the third is a waiter who waits for the two others by himself."""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    async def wait_and_serve() -> str:
        salad = await chopping
        pasta = await boiling
        return await serve(pasta=pasta, salad=salad)

    async def work(dish: Callable[[], Awaitable[str]]) -> str:
        return await dish()

    boiling = asyncio.create_task(work(boil))
    chopping = asyncio.create_task(work(chop))
    serving = asyncio.create_task(wait_and_serve())
    on_start(["boil", "chop"])
    return await serving
