"""Recursion: the first loaf, and then the rest of the bags."""

from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    if not bags:
        return []
    first, *rest = bags
    loaf = await bake(await rise(await knead(first)))
    return [loaf, *await bakery(rest, knead, rise, bake)]
