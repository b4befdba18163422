"""While the section cleans up, you catch every CancelledError, for the section ends with one. Yours arrives at
the same line, and you catch it too: you return a page to somebody who has asked you to stop. Which way of
waiting for a task never raises what the task raises?
"""

import asyncio
import contextlib


async def load_page(sections, budget):
    texts = []

    async def load():
        for section in sections:
            texts.append(await section())

    loading = asyncio.create_task(load())
    try:
        await asyncio.wait([loading], timeout=budget)
    except asyncio.CancelledError:
        loading.cancel()
        raise
    loading.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await loading
    return texts
