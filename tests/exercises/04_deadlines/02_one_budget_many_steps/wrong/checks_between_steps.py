"""You look at the clock between two sections. While a section is under way nobody looks, and a slow one
takes as long as it likes. The deadline has to strike in the middle of an await.
"""

import asyncio


async def load_page(sections, budget):
    loop = asyncio.get_running_loop()
    deadline = loop.time() + budget
    texts = []
    for section in sections:
        if loop.time() >= deadline:
            break
        texts.append(await section())
    return texts
