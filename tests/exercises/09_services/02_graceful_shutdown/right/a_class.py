"""A class that keeps the state of one service; `stop` cancels the waiting for a job by means of a child task."""

import asyncio


class Service:
    def __init__(self, handle):
        self.handle = handle
        self.tasks = []
        self.late = 0

    async def accept(self, next_job):
        while True:
            job = await next_job()
            self.tasks.append(asyncio.create_task(self.handle(job)))

    def running(self):
        return [task for task in self.tasks if not task.done()]

    async def finish(self, grace):
        loop = asyncio.get_running_loop()
        end = loop.time() + grace
        while (running := self.running()) and (left := end - loop.time()) > 0:
            await asyncio.wait(running, timeout=left, return_when=asyncio.FIRST_COMPLETED)

    async def cancel_the_rest(self):
        running = self.running()
        self.late = len(running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def serve(next_job, handle, stop, grace):
    if stop.is_set():
        return (0, 0)
    service = Service(handle)
    accepting = asyncio.create_task(service.accept(next_job))
    try:
        await stop.wait()
        accepting.cancel()
        await service.finish(grace)
    finally:
        accepting.cancel()
        await service.cancel_the_rest()
        await asyncio.gather(accepting, return_exceptions=True)
    for task in service.tasks:
        if not task.cancelled():
            task.exception()
    return len(service.tasks) - service.late, service.late
