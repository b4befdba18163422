"""You let the slow section finish, look at the clock, and throw its text away. The page is right, and the
reader has waited for a section that is not on it. It should have been stopped when the time was up.
"""

import asyncio


async def load_page(sections, budget):
    loop = asyncio.get_running_loop()
    deadline = loop.time() + budget
    texts = []
    for section in sections:
        text = await section()
        if loop.time() > deadline:
            break
        texts.append(text)
    return texts
