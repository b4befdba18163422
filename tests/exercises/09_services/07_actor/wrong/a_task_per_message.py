"""You start a task for each message, so several are handled together. Each of them reads the state before
the others have changed it, and what they did is overwritten. An actor handles one message, and only then
takes the next."""

import asyncio


class ActorStopped(Exception):
    pass


class Actor:
    def __init__(self, handle, state, on_error):
        self.handle = handle
        self.state = state
        self.on_error = on_error
        self.tasks = set()
        self.stopping = False

    async def run(self, message):
        self.state, answer = await self.handle(self.state, message)
        return answer

    def start(self, message, done):
        task = asyncio.create_task(self.run(message))
        self.tasks.add(task)
        task.add_done_callback(done)
        return task

    async def ask(self, message):
        if self.stopping:
            raise ActorStopped
        return await asyncio.shield(self.start(message, lambda task: task.exception()))

    def tell(self, message):
        self.start(message, lambda task: task.exception() and self.on_error(task.exception()))

    async def stop(self):
        self.stopping = True
        if self.tasks:
            await asyncio.wait(self.tasks)
