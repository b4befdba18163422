"""You leave out messages whose askers have given up. But to ask is to send: others may rely on what the
message does. Giving up means only that nobody waits for the reply."""

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
            if reply is not None and reply.done():
                continue
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
            self.mailbox.put_nowait(END)
        await self.worker
