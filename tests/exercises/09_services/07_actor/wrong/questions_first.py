"""You have two mailboxes, and take what is asked before what is told. But messages are to be handled in
the order in which they came: whoever tells something and then asks wants a reply that knows of it."""

import asyncio

END = object()


class ActorStopped(Exception):
    pass


class Actor:
    def __init__(self, handle, state, on_error):
        self.handle = handle
        self.state = state
        self.on_error = on_error
        self.mailbox = asyncio.PriorityQueue()
        self.stopping = False
        self.count = 0
        self.worker = asyncio.create_task(self.work())

    async def work(self):
        while True:
            _, _, message, reply = await self.mailbox.get()
            if reply is END:
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
        self.put(0, message, reply)
        return await reply

    def tell(self, message):
        self.put(1, message, None)

    def put(self, rank, message, reply):
        self.count += 1
        self.mailbox.put_nowait((rank, self.count, message, reply))

    async def stop(self):
        if not self.stopping:
            self.stopping = True
            self.put(2, None, END)
        await self.worker
