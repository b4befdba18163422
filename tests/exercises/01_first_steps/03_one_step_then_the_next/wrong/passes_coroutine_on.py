"""Only `bake` is awaited. `knead` and `rise` are called too, but a call makes a coroutine object, no dough:
the oven gets the plan of a plan. Each step needs the result of the one before it, so each one has to be
waited for.
"""

from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    loaves = []
    for bag in bags:
        loaves.append(await bake(rise(knead(bag))))
    return loaves
