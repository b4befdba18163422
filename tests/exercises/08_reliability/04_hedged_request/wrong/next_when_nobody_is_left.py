"""When a replica fails, you ask the next one only if no other is under way. But a failure is one chance less: the next
one is asked at that moment, also while others are still busy.
"""

import asyncio


async def hedged(replicas, after):
    loop = asyncio.get_running_loop()
    not_asked = list(replicas)
    under_way = set()
    hedge_at = loop.time()
    try:
        while True:
            if not_asked and (not under_way or loop.time() >= hedge_at):
                under_way.add(asyncio.create_task(not_asked.pop(0)()))
                hedge_at = loop.time() + after
            done, under_way = await asyncio.wait(
                under_way,
                timeout=max(0, hedge_at - loop.time()) if not_asked else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
            for task in done:
                if task.exception() is None:
                    return task.result()
            if not under_way and not not_asked:
                raise done.pop().exception()
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
