"""Your mailbox gives out the newest message first. So the messages are handled in the wrong order, and
under load the first one may wait for ever."""

import asyncio

END = object()


class ActorStopped(Exception):
    pass


class Actor:
    def __init__(self, handle, state, on_error):
        self.handle = handle
        self.state = state
        self.on_error = on_error
        self.letters = []
        self.filled = asyncio.Semaphore(0)
        self.stopping = False
        self.worker = asyncio.create_task(self.work())

    async def work(self):
        while True:
            await self.filled.acquire()
            if not self.letters:
                return
            message, reply = self.letters.pop()
            try:
                self.state, answer = await self.handle(self.state, message)
            except Exception as error:
                if reply is None:
                    self.on_error(error)
                elif not reply.done():
                    reply.set_exception(error)
            else:
                if reply is not None and not reply.done():
                    reply.set_result(answer)

    async def ask(self, message):
        if self.stopping:
            raise ActorStopped
        reply = asyncio.get_running_loop().create_future()
        self.letters.append((message, reply))
        self.filled.release()
        return await reply

    def tell(self, message):
        self.letters.append((message, None))
        self.filled.release()

    async def stop(self):
        if not self.stopping:
            self.stopping = True
            self.filled.release()
        await self.worker
