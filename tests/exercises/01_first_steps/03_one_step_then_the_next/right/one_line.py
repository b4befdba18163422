"""One comprehension: an `await` inside of a list comprehension still waits, one bag after the other."""

from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    return [await bake(await rise(await knead(bag))) for bag in bags]
