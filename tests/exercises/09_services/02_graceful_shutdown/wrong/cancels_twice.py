"""When `serve` is cancelled, it waits in a `gather`, and a gather that is cancelled cancels all its tasks. Then your
`finally` cancels them once more, in the middle of their clean-up, and that is torn to pieces. Which ways to wait
for tasks do not hand a cancellation on?"""

import asyncio


async def serve(next_job, handle, stop, grace):
    over = asyncio.Event()  # the grace is over
    loop = asyncio.get_running_loop()
    guards = []

    async def guard(job):
        work = asyncio.ensure_future(handle(job))
        bell = asyncio.ensure_future(over.wait())
        try:
            await asyncio.wait([work, bell], return_when=asyncio.FIRST_COMPLETED)
            return "finished" if work.done() else "cancelled"
        finally:
            bell.cancel()
            work.cancel()
            await asyncio.gather(work, bell, return_exceptions=True)

    async def take():
        while True:
            guards.append(asyncio.ensure_future(guard(await next_job())))

    alarm = None
    taker = asyncio.ensure_future(take()) if not stop.is_set() else loop.create_future()
    try:
        await stop.wait()
        taker.cancel()
        alarm = loop.call_later(grace, over.set)
        words = await asyncio.gather(*guards)
    finally:
        taker.cancel()
        if alarm:
            alarm.cancel()
        for task in guards:
            task.cancel()
        await asyncio.gather(taker, *guards, return_exceptions=True)
    return words.count("finished"), words.count("cancelled")
