"""You let the sections load beside you and sleep for the whole budget. A page that is ready after two
seconds is shown after three. Wait for the page, with the deadline beside it.
"""

import asyncio


async def load_page(sections, budget):
    texts = []

    async def load():
        for section in sections:
            texts.append(await section())

    loading = asyncio.create_task(load())
    try:
        await asyncio.sleep(budget)
    finally:
        loading.cancel()
        await asyncio.gather(loading, return_exceptions=True)
    return texts
