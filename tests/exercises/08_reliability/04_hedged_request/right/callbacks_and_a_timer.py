"""Done-callbacks and one timer ask the next one; the caller only waits for the future with the outcome."""

import asyncio


async def hedged(replicas, after):
    loop = asyncio.get_running_loop()
    outcome = loop.create_future()
    left = iter(replicas)
    tasks = []
    timer = None

    def ask_next():
        nonlocal timer
        if timer is not None:
            timer.cancel()
        replica = next(left, None)
        if replica is not None:
            task = loop.create_task(replica())
            task.add_done_callback(ended)
            tasks.append(task)
            timer = loop.call_later(after, ask_next)

    def ended(task):
        if outcome.done() or task.cancelled():
            return
        if task.exception() is None:
            outcome.set_result(task.result())
            return
        ask_next()
        if all(task.done() for task in tasks):
            outcome.set_exception(task.exception())

    ask_next()
    try:
        return await outcome
    finally:
        if timer is not None:
            timer.cancel()
        outcome.cancel()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
