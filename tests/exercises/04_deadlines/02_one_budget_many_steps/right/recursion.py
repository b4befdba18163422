"""The first section, then the page of all the others, up to the same point in time."""

import asyncio


async def load_page(sections, budget):
    return await load_until(sections, asyncio.get_running_loop().time() + budget)


async def load_until(sections, deadline):
    if not sections:
        return []
    try:
        async with asyncio.timeout_at(deadline):
            text = await sections[0]()
    except TimeoutError:
        return []
    return [text, *await load_until(sections[1:], deadline)]
