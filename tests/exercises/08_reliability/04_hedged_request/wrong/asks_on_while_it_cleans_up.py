"""Your timer and your callbacks go on while the losers clean up: a loser that fails then, or `after` seconds more, and
one more replica is asked, although the answer is there. The end of the race has to switch them off first.
"""

import asyncio


async def hedged(replicas, after):
    loop = asyncio.get_running_loop()
    outcome = loop.create_future()
    left = list(replicas)
    tasks = []
    timer = None

    def ask_next():
        nonlocal timer
        if timer is not None:
            timer.cancel()
        if left:
            task = loop.create_task(left.pop(0)())
            task.add_done_callback(ended)
            tasks.append(task)
            timer = loop.call_later(after, ask_next)

    def ended(task):
        if task.cancelled():
            return
        if task.exception() is None:
            if not outcome.done():
                outcome.set_result(task.result())
            return
        ask_next()
        if all(task.done() for task in tasks) and not outcome.done():
            outcome.set_exception(task.exception())

    ask_next()
    try:
        return await outcome
    finally:
        while not all(task.done() for task in tasks):
            for task in tasks:
                if not task.done() and not task.cancelling():
                    task.cancel()
            await asyncio.wait(tasks, return_when=asyncio.ALL_COMPLETED)
