"""You stop the losers when there is an answer. But there is another way out: whoever called you may cancel you while you
wait. Then the lines at the end are never reached, and the questions go on for nobody.
"""

import asyncio


async def hedged(replicas, after):
    not_asked = list(replicas)
    under_way = set()
    to_ask = 1
    while True:
        for _ in range(min(to_ask, len(not_asked))):
            under_way.add(asyncio.create_task(not_asked.pop(0)()))
        done, under_way = await asyncio.wait(
            under_way, timeout=after if not_asked else None, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            if task.exception() is None:
                for loser in under_way:
                    loser.cancel()
                await asyncio.gather(*under_way, return_exceptions=True)
                return task.result()
        if not under_way and not not_asked:
            raise done.pop().exception()
        to_ask = len(done) or 1
