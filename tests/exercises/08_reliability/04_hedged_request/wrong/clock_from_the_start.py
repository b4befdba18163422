"""When a replica fails you ask the next one at once, but you let the old clock run on. So the new one gets less than
`after` seconds before one more is asked. Each question starts the clock anew, whatever the reason was.
"""

import asyncio


async def hedged(replicas, after):
    not_asked = list(replicas)
    under_way = set()
    to_ask = 1
    loop = asyncio.get_running_loop()
    next_hedge = loop.time() + after
    try:
        while True:
            for _ in range(min(to_ask, len(not_asked))):
                under_way.add(asyncio.create_task(not_asked.pop(0)()))
            done, under_way = await asyncio.wait(
                under_way,
                timeout=max(0, next_hedge - loop.time()) if not_asked else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
            for task in done:
                if task.exception() is None:
                    return task.result()
            if not under_way and not not_asked:
                raise done.pop().exception()
            to_ask = len(done)
            if loop.time() >= next_hedge:
                to_ask += 1
                next_hedge = loop.time() + after
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
