"""A task group that the winner ends: with an exception of its own, which is no failure but a signal."""

import asyncio


class Won(Exception):
    pass


async def first_good(fetchers):
    files = []
    errors = {}

    async def race(number, fetcher):
        try:
            file = await fetcher()
        except Exception as error:
            errors[number] = error
        else:
            files.append(file)
            raise Won

    try:
        async with asyncio.TaskGroup() as group:
            for number, fetcher in enumerate(fetchers):
                group.create_task(race(number, fetcher))
    except* Won:
        pass
    if files:
        return files[0]
    raise ExceptionGroup("no file", [errors[number] for number in sorted(errors)])
