"""`asyncio.wait` with a timeout stops waiting, and nothing else: the request goes on, and so it does when
you are cancelled yourself. Who has started a task has to see to its end.
"""

import asyncio


async def quote(ask, limit, fallback):
    request = asyncio.create_task(ask())
    done, _ = await asyncio.wait([request], timeout=limit)
    return request.result() if done else fallback
