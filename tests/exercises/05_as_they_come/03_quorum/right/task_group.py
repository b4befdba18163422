"""A task group whose tasks count; the one that settles the outcome cancels all the others."""

import asyncio
from collections.abc import Awaitable, Callable


async def replicate(writes: list[Callable[[], Awaitable[None]]], need: int) -> bool:
    missing, spare = need, len(writes) - need
    tasks: list[asyncio.Task[None]] = []

    def settled() -> bool:
        return missing <= 0 or spare < 0

    async def one(write: Callable[[], Awaitable[None]]) -> None:
        nonlocal missing, spare
        try:
            await write()
        except Exception:
            if settled():
                return
            spare -= 1
        else:
            missing -= 1
        if settled():
            for task in tasks:
                if task is not asyncio.current_task():
                    task.cancel()

    async with asyncio.TaskGroup() as group:
        tasks += [group.create_task(one(write)) for write in writes]
    return missing <= 0
