"""An async generator that lays one loaf after the other on the shelf."""

from collections.abc import AsyncIterator, Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    async def loaves() -> AsyncIterator[str]:
        for bag in bags:
            product = bag
            for step in (knead, rise, bake):
                product = await step(product)
            yield product

    return [loaf async for loaf in loaves()]
