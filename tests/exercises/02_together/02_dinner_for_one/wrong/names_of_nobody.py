"""You tell the guest the names that asyncio gave to your tasks, such as 'Task-2'. A task does not know
which function its coroutine came from. Say the names yourself, or give them to the tasks when you make
them.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    boiling = asyncio.create_task(boil())
    chopping = asyncio.create_task(chop())
    on_start([boiling.get_name(), chopping.get_name()])
    return await serve(await boiling, await chopping)
