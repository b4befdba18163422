"""You knead all bags, then let all doughs rise, then bake. Each step gets the right thing, and the whole
takes as long as it should; but the second loaf is on the bench long before the first one is out of the
oven. Finish one loaf at a time.
"""

from collections.abc import Awaitable, Callable


async def bakery(
    bags: list[str],
    knead: Callable[[str], Awaitable[str]],
    rise: Callable[[str], Awaitable[str]],
    bake: Callable[[str], Awaitable[str]],
) -> list[str]:
    doughs = [await knead(bag) for bag in bags]
    risen = [await rise(dough) for dough in doughs]
    return [await bake(dough) for dough in risen]
