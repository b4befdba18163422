"""You sleep a little so that the tasks get going, and only then call the guest. But they are scheduled as
soon as `create_task` returns, and the sleep is exactly what lets them make their first steps. The call
comes too late.
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
    await asyncio.sleep(0.01)
    on_start(["boil", "chop"])
    return await serve(await boiling, await chopping)
