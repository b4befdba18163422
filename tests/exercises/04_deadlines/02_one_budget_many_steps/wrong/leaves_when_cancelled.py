"""When the budget is used up, all is well. When you are cancelled yourself, you leave at once, and the
loading goes on without you: `asyncio.wait` does not cancel what it waits for. What runs on every way out?
"""

import asyncio


async def load_page(sections, budget):
    texts = []

    async def load():
        for section in sections:
            texts.append(await section())

    loading = asyncio.create_task(load())
    _, late = await asyncio.wait([loading], timeout=budget)
    if late:
        loading.cancel()
        await asyncio.wait([loading])
    return texts
