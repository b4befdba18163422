"""A task holds a TaskGroup open until the object is closed. The jobs catch their errors themselves, so that
none of them ends the group; an alarm of the loop cancels those that are late."""

import asyncio


class Background:
    def __init__(self, on_error):
        self.on_error = on_error
        self.waiting = []
        self.tasks = set()
        self.wake = asyncio.Event()
        self.closing = False
        self.keeper = asyncio.create_task(self.keep())

    @property
    def active(self):
        return len(self.waiting) + len(self.tasks)

    def spawn(self, coro):
        self.waiting.append(coro)
        self.wake.set()

    async def keep(self):
        async with asyncio.TaskGroup() as group:
            while not (self.closing and not self.waiting):
                await self.wake.wait()
                self.wake.clear()
                while self.waiting:
                    task = group.create_task(self.run(self.waiting.pop(0)))
                    self.tasks.add(task)
                    task.add_done_callback(self.tasks.discard)

    async def run(self, coro):
        try:
            await coro
        except Exception as error:
            self.on_error(error)

    async def aclose(self, grace):
        self.closing = True
        self.wake.set()
        alarm = asyncio.get_running_loop().call_later(grace, lambda: [task.cancel() for task in self.tasks])
        await self.keeper
        alarm.cancel()
