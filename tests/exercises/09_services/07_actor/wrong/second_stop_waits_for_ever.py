"""Each of your `stop()`s puts its own mark into the mailbox and waits for it to be taken out. But the
first mark ends the loop, and the second one stays there for ever. What do all of them wait for in truth?"""

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
            if letter[1] is END:
                letter[0].set()
                return
            message, reply = letter
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
        self.stopping = True
        ended = asyncio.Event()
        self.mailbox.put_nowait((ended, END))
        await ended.wait()
