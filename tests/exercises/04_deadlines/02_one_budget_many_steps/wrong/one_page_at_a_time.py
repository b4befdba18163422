"""You keep the texts in one list for all pages, and empty it when a page begins. Two readers at the same time
find the sections of both in it. Where does a list have to be made so that each call has its own?
"""

import asyncio

texts = []


async def load_page(sections, budget):
    texts.clear()
    try:
        async with asyncio.timeout(budget):
            for section in sections:
                texts.append(await section())
    except TimeoutError:
        pass
    return list(texts)
