"""A task group of helpers, each of which shows its own runner; one limit around all of them."""

import asyncio
from collections.abc import Awaitable, Callable


async def board(
    runners: list[Awaitable[tuple[str, float]]], show: Callable[[int, str, float], None], limit: float
) -> list[str]:
    names: list[str] = []

    async def follow(runner: Awaitable[tuple[str, float]]) -> None:
        try:
            name, time = await runner
        except OSError:
            return
        names.append(name)
        show(len(names), name, time)

    try:
        async with asyncio.timeout(limit), asyncio.TaskGroup() as group:
            for runner in runners:
                group.create_task(follow(runner))
    except TimeoutError:
        pass
    return names
