"""The loaves are kept in a dict, by their flour. Two bags of the same flour then share one place, and one
loaf is lost. The list of bags has an order and may repeat itself; what holds the loaves should be able to
do the same.
"""

from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    loaves = {}
    for bag in bags:
        loaves[bag] = await bake(await rise(await knead(bag)))
    return list(loaves.values())
