"""as_completed with its own limit, over helpers that never raise: so a TimeoutError can only be the board's."""

import asyncio


async def board(runners, show, limit):
    async def quiet(runner):
        try:
            return await runner
        except OSError:
            return None

    tasks = [asyncio.create_task(quiet(runner)) for runner in runners]
    names = []
    try:
        for arrival in asyncio.as_completed(tasks, timeout=limit):
            result = await arrival
            if result:
                names.append(result[0])
                show(len(names), *result)
    except TimeoutError:
        pass
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
