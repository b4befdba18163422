"""The asker handles its message itself, and the lock only makes the others wait. When the asker is
cancelled, its message is torn apart, or never begun. A message belongs to the actor as soon as it has been
sent."""

import asyncio


class ActorStopped(Exception):
    pass


class Actor:
    def __init__(self, handle, state, on_error):
        self.handle = handle
        self.state = state
        self.on_error = on_error
        self.lock = asyncio.Lock()
        self.running = set()
        self.stopping = False

    async def run(self, message):
        async with self.lock:
            self.state, answer = await self.handle(self.state, message)
        return answer

    async def ask(self, message):
        if self.stopping:
            raise ActorStopped
        ended = asyncio.get_running_loop().create_future()
        self.running.add(ended)
        try:
            return await self.run(message)
        finally:
            ended.set_result(None)
            self.running.discard(ended)

    async def run_told(self, message):
        try:
            await self.run(message)
        except Exception as error:
            self.on_error(error)

    def tell(self, message):
        task = asyncio.create_task(self.run_told(message))
        self.running.add(task)
        task.add_done_callback(self.running.discard)

    async def stop(self):
        self.stopping = True
        while self.running:
            await asyncio.wait(self.running)
