"""You start each step as a task and sleep for the time that it usually takes. When a step takes another time,
or fails, or the day is cancelled, your clock does not know. Wait for the step, not for the clock.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    loaves = []
    for bag in bags:
        thing = bag
        for step, seconds in ((knead, 1), (rise, 3), (bake, 2)):
            task = asyncio.create_task(step(thing))
            await asyncio.sleep(seconds)
            thing = await task
        loaves.append(thing)
    return loaves
