"""The mailbox holds jobs to be called. stop() waits with join() until all are done, and cancels the
worker then."""

import asyncio
from functools import partial


class ActorStopped(Exception):
    pass


class Actor:
    def __init__(self, handle, state, on_error):
        self.handle, self.state, self.on_error = handle, state, on_error
        self.jobs = asyncio.Queue()
        self.worker = asyncio.ensure_future(self.work())
        self.open = True

    async def work(self):
        while True:
            job = await self.jobs.get()
            await job()
            self.jobs.task_done()

    async def do(self, message):
        self.state, reply = await self.handle(self.state, message)
        return reply

    async def do_told(self, message):
        try:
            await self.do(message)
        except Exception as error:
            self.on_error(error)

    async def do_asked(self, message, answer):
        try:
            answer["reply"] = await self.do(message)
        except Exception as error:
            answer["error"] = error
        answer["there"].set()

    async def ask(self, message):
        if not self.open:
            raise ActorStopped
        answer = {"there": asyncio.Event()}
        self.jobs.put_nowait(partial(self.do_asked, message, answer))
        await answer["there"].wait()
        if "error" in answer:
            raise answer["error"]
        return answer["reply"]

    def tell(self, message):
        self.jobs.put_nowait(partial(self.do_told, message))

    async def stop(self):
        self.open = False
        await self.jobs.join()
        self.worker.cancel()
        await asyncio.gather(self.worker, return_exceptions=True)
