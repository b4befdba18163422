"""Every section gets the whole budget, so the page may take as many budgets as it has sections. How much is
left when the second section begins?
"""

import asyncio


async def load_page(sections, budget):
    texts = []
    for section in sections:
        try:
            texts.append(await asyncio.wait_for(section(), budget))
        except TimeoutError:
            break
    return texts
