"""An empty text is false in a condition, so you leave it out. A section without content was loaded as well,
and has its place on the page.
"""

import asyncio


async def load_page(sections, budget):
    texts = []
    try:
        async with asyncio.timeout(budget):
            for section in sections:
                if text := await section():
                    texts.append(text)
    except TimeoutError:
        pass
    return texts
