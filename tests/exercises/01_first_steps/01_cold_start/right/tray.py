"""asyncio.run of a coroutine that returns nothing and puts the result of a task into a list."""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    tray: list[str] = []

    async def fill_the_tray() -> None:
        tray.append(await asyncio.create_task(brew(drink)))

    asyncio.run(fill_the_tray())
    return tray.pop()
