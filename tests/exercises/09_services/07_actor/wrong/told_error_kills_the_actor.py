"""Your loop expects errors only where somebody has asked. When a message fails that was told, the error
ends the loop: `on_error` hears nothing, and everyone who asks later waits for ever."""

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
            if letter is END:
                return
            message, reply = letter
            try:
                self.state, answer = await self.handle(self.state, message)
            except Exception as error:
                if reply is None:
                    raise
                if not reply.done():
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
            self.mailbox.put_nowait(END)
        await self.worker
