"""You keep the file of whoever came last. A download that was cancelled may still come to its end with a file
while you wait for it, and this file then takes the winner's place. When is it certain which file you return?
"""

import asyncio


async def first_good(fetchers):
    errors = {}
    file = None
    decided = asyncio.Event()

    async def attempt(number, fetcher):
        nonlocal file
        try:
            file = await fetcher()
        except Exception as error:
            errors[number] = error
        if file is not None or len(errors) == len(fetchers):
            decided.set()

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(attempt(number, fetcher)) for number, fetcher in enumerate(fetchers)]
        await decided.wait()
        for task in tasks:
            task.cancel()
    if file is not None:
        return file
    raise ExceptionGroup("no mirror works", [errors[number] for number in range(len(fetchers))])
