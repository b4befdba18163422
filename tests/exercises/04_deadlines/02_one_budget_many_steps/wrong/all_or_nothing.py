"""You put the deadline around a coroutine that returns the whole list. When it is cancelled, it returns
nothing, and everything that was ready is lost with it. Where does the list live?
"""

import asyncio


async def load_page(sections, budget):
    async def load():
        return [await section() for section in sections]

    try:
        return await asyncio.wait_for(load(), budget)
    except TimeoutError:
        return []
