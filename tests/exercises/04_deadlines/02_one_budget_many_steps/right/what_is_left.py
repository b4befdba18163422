"""`wait_for` for each section, with what is left of the budget."""

import asyncio


async def load_page(sections, budget):
    loop = asyncio.get_running_loop()
    deadline = loop.time() + budget
    texts = []
    for section in sections:
        left = deadline - loop.time()
        if left <= 0:
            break
        try:
            texts.append(await asyncio.wait_for(section(), left))
        except TimeoutError:
            break
    return texts
