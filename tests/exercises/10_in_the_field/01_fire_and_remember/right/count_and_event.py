"""`active` is a number that is counted up and down, and an event says when it is zero."""

import asyncio


class Background:
    def __init__(self, on_error):
        self.on_error = on_error
        self.active = 0
        self.tasks = []
        self.idle = asyncio.Event()
        self.idle.set()

    def spawn(self, coro):
        self.active += 1
        self.idle.clear()
        task = asyncio.ensure_future(coro)
        self.tasks.append(task)
        task.add_done_callback(self.ended)

    def ended(self, task):
        self.tasks.remove(task)
        try:
            error = task.exception()
        except asyncio.CancelledError:
            error = None
        if error:
            self.on_error(error)
        self.active -= 1
        if self.active == 0:
            self.idle.set()

    async def aclose(self, grace):
        try:
            async with asyncio.timeout(grace):
                await self.idle.wait()
        except TimeoutError:
            for task in self.tasks:
                task.cancel()
            await self.idle.wait()
