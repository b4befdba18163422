"""Every download looks at its own end: the winner cancels the others, and one gather waits for all of them."""

import asyncio


async def first_good(fetchers):
    tasks = []
    winners = []

    async def run(fetcher):
        file = await fetcher()
        winners.append(file)
        for task in tasks:
            if task is not asyncio.current_task():
                task.cancel()

    tasks += [asyncio.create_task(run(fetcher)) for fetcher in fetchers]
    try:
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    except asyncio.CancelledError:  # gather has passed it on; the downloads still have to stop
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    if winners:
        return winners[0]
    raise ExceptionGroup("all mirrors are down", ends)
