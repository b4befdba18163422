"""You divide the budget among the sections. A long section is cut off although the short ones before it
have left plenty of time. The budget belongs to all of them together.
"""

import asyncio


async def load_page(sections, budget):
    texts = []
    for section in sections:
        try:
            async with asyncio.timeout(budget / len(sections)):
                texts.append(await section())
        except TimeoutError:
            break
    return texts
