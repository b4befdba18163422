"""A task for each message, and a lock that lets them in one at a time, in the order in which they came."""

import asyncio


class ActorStopped(Exception):
    pass


class Actor:
    def __init__(self, handle, state, on_error):
        self.handle = handle
        self.state = state
        self.on_error = on_error
        self.turn = asyncio.Lock()
        self.tasks = set()
        self.stopping = False

    async def run(self, message):
        async with self.turn:
            self.state, reply = await self.handle(self.state, message)
        return reply

    def send(self, message, done):
        task = asyncio.create_task(self.run(message))
        self.tasks.add(task)
        task.add_done_callback(done)
        task.add_done_callback(self.tasks.discard)
        return task

    async def ask(self, message):
        if self.stopping:
            raise ActorStopped
        return await asyncio.shield(self.send(message, lambda task: task.exception()))

    def tell(self, message):
        self.send(message, lambda task: task.exception() and self.on_error(task.exception()))

    async def stop(self):
        self.stopping = True
        while self.tasks:
            await asyncio.wait(self.tasks)
