"""You stop the losers when there is a winner. But there is another way out: whoever called you may cancel you
while all downloads are under way. Then your last lines are never reached, and every download goes on.
"""

import asyncio


async def first_good(fetchers):
    tasks = [asyncio.create_task(fetch()) for fetch in fetchers]
    pending = set(tasks)
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        winners = [task for task in done if not task.exception()]
        if winners:
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
            return winners[0].result()
    raise ExceptionGroup("no mirror works", [task.exception() for task in tasks])
