"""You cancel the section under way and return in the same breath. `cancel()` is only a request to stop: it
takes effect later, and the clean-up may take a while. When you return, the section has not stopped yet.
"""

import asyncio


async def load_page(sections, budget):
    texts = []

    async def load():
        for section in sections:
            texts.append(await section())

    loading = asyncio.create_task(load())
    try:
        await asyncio.wait([loading], timeout=budget)
    finally:
        loading.cancel()
    return texts
