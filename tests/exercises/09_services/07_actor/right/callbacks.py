"""No task stands and waits: the end of a message's task, in its callback, starts the next one."""

import asyncio


class ActorStopped(Exception):
    pass


class Actor:
    def __init__(self, handle, state, on_error):
        self.handle = handle
        self.state = state
        self.on_error = on_error
        self.waiting = []
        self.busy = False
        self.idle = asyncio.Event()
        self.idle.set()
        self.stopping = False

    def send(self, message, callback):
        self.waiting.append((message, callback))
        if not self.busy:
            self.next()

    def next(self):
        self.busy = bool(self.waiting)
        if self.busy:
            self.idle.clear()
            message, callback = self.waiting.pop(0)
            self.task = asyncio.ensure_future(self.handle(self.state, message))
            self.task.add_done_callback(lambda task: self.done(task, callback))
        else:
            self.idle.set()

    def done(self, task, callback):
        error, reply = task.exception(), None
        if error is None:
            self.state, reply = task.result()
        callback(reply, error)
        self.next()

    async def ask(self, message):
        if self.stopping:
            raise ActorStopped
        future = asyncio.get_running_loop().create_future()

        def answer(reply, error):
            if future.done():
                return
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(reply)

        self.send(message, answer)
        return await future

    def tell(self, message):
        self.send(message, lambda reply, error: error and self.on_error(error))

    async def stop(self):
        self.stopping = True
        await self.idle.wait()
