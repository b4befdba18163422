"""Your mark for the end is None, which is a message like any other. Whoever sends it stops the actor, and
all who ask later wait for ever. A mark has to be something that nobody else can have."""

import asyncio

END = object()


class ActorStopped(Exception):
    pass


class Actor:
    def __init__(self, handle, state, on_error):
        self.handle = handle
        self.state = state
        self.on_error = on_error
        self.mailbox = asyncio.Queue()
        self.stopping = False
        self.worker = asyncio.create_task(self.work())

    async def work(self):
        while True:
            letter = await self.mailbox.get()
            message, reply = letter
            if message is None:
                return
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
        self.mailbox.put_nowait((message, reply))
        return await reply

    def tell(self, message):
        self.mailbox.put_nowait((message, None))

    async def stop(self):
        if not self.stopping:
            self.stopping = True
            self.mailbox.put_nowait((None, None))
        await self.worker
