"""The first bag is taken before the loop, and before you know that there is one: on a day without flour you
reach for a bag that is not there. A loop over no bags does nothing, which is just right.
"""

from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    loaves = [await bake(await rise(await knead(bags[0])))]
    for bag in bags[1:]:
        loaves.append(await bake(await rise(await knead(bag))))
    return loaves
