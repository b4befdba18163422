"""You wait for the pasta before you even take out the knife. Between the line that starts a task and the
line that awaits it, other things can happen; here the second task is created after the first one has been
waited for.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    pasta = await asyncio.create_task(boil(), name="boil")
    chopping = asyncio.create_task(chop(), name="chop")
    on_start(["boil", "chop"])
    return await serve(pasta, await chopping)
