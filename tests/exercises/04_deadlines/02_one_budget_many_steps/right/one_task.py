"""The whole loop is one task, which fills a list that is not its own. `asyncio.wait` gives it its time."""

import asyncio


async def load_page(sections, budget):
    texts = []

    async def load():
        for section in sections:
            texts.append(await section())  # noqa: PERF401 (it fills as it goes)

    loading = asyncio.create_task(load())
    try:
        await asyncio.wait([loading], timeout=budget)
    finally:
        loading.cancel()
        await asyncio.gather(loading, return_exceptions=True)
    return texts
