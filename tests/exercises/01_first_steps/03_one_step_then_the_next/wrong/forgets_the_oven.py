"""The last step is called without `await`. Your list holds coroutine objects instead of bread, and no oven
was ever warm. Everything that must have happened before you return has to be awaited, the last step too.
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
        dough = await knead(bag)
        risen = await rise(dough)
        loaves.append(bake(risen))
    return loaves
