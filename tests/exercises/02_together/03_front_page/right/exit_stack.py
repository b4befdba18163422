"""An exit stack cancels every task on the way out; those that are done do not mind."""

import asyncio
from contextlib import ExitStack


async def front_page(fetch, feeds):
    with ExitStack() as way_out:
        tasks = {feed: asyncio.create_task(fetch(feed)) for feed in feeds}
        for task in tasks.values():
            way_out.callback(task.cancel)
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        return {feed: task.exception() or task.result() for feed, task in tasks.items()}
