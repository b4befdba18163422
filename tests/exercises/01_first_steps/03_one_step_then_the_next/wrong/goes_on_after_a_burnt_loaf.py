"""A burnt loaf is put aside and the next one is begun. Then nobody hears of the error, and the list has
fewer loaves than there were bags. An error that you cannot repair is for your caller: let it pass.
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
        try:
            loaves.append(await bake(await rise(await knead(bag))))
        except Exception as error:
            print(f"{bag}: {error}")
    return loaves
