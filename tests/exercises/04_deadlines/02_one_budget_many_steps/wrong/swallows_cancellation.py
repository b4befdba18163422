"""You take every CancelledError for the end of the budget. When you are cancelled yourself, you return a
page to somebody who has asked you to stop.
"""

import asyncio


async def load_page(sections, budget):
    texts = []
    try:
        async with asyncio.timeout(budget):
            for section in sections:
                texts.append(await section())
    except (TimeoutError, asyncio.CancelledError):
        pass
    return texts
