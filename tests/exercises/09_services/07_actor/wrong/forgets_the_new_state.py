"""You hand the reply over and forget the new state. So every message begins again from the first one, as
if nothing had happened before it. `handle` returns two things."""

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
                _, answer = await self.handle(self.state, message)
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
