"""A task group holds the two tasks; the guest is called inside the block."""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    async with asyncio.TaskGroup() as group:
        pasta = group.create_task(boil(), name="boil")
        salad = group.create_task(chop(), name="chop")
        on_start(["boil", "chop"])
    return await serve(pasta.result(), salad.result())
