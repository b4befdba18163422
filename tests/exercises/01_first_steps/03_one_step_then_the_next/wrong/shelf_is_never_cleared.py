"""Your list of loaves lives longer than one call, so the bread of yesterday is still in it. A default value is
made once, when the function is defined, and not at each call. Where does a list begin empty each day?
"""

from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
    loaves: list[str] = [],  # noqa: B006 (this is the mistake)
) -> list[str]:
    for flour in bags:
        loaves.append(await bake(await rise(await knead(flour))))
    return loaves
