"""Helpers put their outcome into a queue; an exit stack ends them on every way out."""

import asyncio
from contextlib import AsyncExitStack


async def first_good(fetchers):
    outcomes = asyncio.Queue()

    async def download(place, fetcher):
        try:
            await outcomes.put((place, await fetcher(), None))
        except Exception as error:
            await outcomes.put((place, None, error))

    async with AsyncExitStack() as stack:
        tasks = [asyncio.create_task(download(*pair)) for pair in enumerate(fetchers)]

        async def stop():
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        stack.push_async_callback(stop)
        errors = [None] * len(fetchers)
        for _ in fetchers:
            place, file, error = await outcomes.get()
            if error is None:
                return file
            errors[place] = error
        raise ExceptionGroup("nobody has it", errors)
