"""A list of letters, and a worker that is started by the first letter and goes home after the last one."""

import asyncio
from collections import deque


class ActorStopped(Exception):
    pass


class Actor:
    def __init__(self, handle, state, on_error):
        self.handle = handle
        self.state = state
        self.on_error = on_error
        self.letters = deque()
        self.worker = None
        self.stopping = False

    def post(self, message, reply):
        self.letters.append((message, reply))
        if self.worker is None:
            self.worker = asyncio.create_task(self.work())

    async def work(self):
        while self.letters:
            message, reply = self.letters.popleft()
            try:
                self.state, answer = await self.handle(self.state, message)
            except Exception as error:
                if reply is None or reply.cancelled():
                    self.on_error(error)
                else:
                    reply.set_exception(error)
                continue
            if reply is not None and not reply.cancelled():
                reply.set_result(answer)
        self.worker = None

    async def ask(self, message):
        if self.stopping:
            raise ActorStopped("closed")
        reply = asyncio.Future()
        self.post(message, reply)
        return await reply

    def tell(self, message):
        self.post(message, None)

    async def stop(self):
        self.stopping = True
        if self.worker is not None:
            await self.worker
