"""Each message is a task that waits for the one before it. What a task returns is the state for the
next one."""

import asyncio


class ActorStopped(RuntimeError):
    pass


class Actor:
    def __init__(self, handle, state, on_error):
        self.handle = handle
        self.on_error = on_error
        self.last = asyncio.get_running_loop().create_future()
        self.last.set_result(state)
        self.stopping = False

    async def step(self, before, message, succeed, fail):
        state = await before
        try:
            new_state, reply = await self.handle(state, message)
        except Exception as error:
            fail(error)
            return state
        succeed(reply)
        return new_state

    def tell(self, message):
        self.last = asyncio.create_task(self.step(self.last, message, lambda reply: None, self.on_error))

    async def ask(self, message):
        if self.stopping:
            raise ActorStopped("too late")
        answers = asyncio.Queue()
        self.last = asyncio.create_task(
            self.step(
                self.last,
                message,
                lambda reply: answers.put_nowait((reply, None)),
                lambda error: answers.put_nowait((None, error)),
            )
        )
        reply, error = await answers.get()
        if error is not None:
            raise error
        return reply

    async def stop(self):
        self.stopping = True
        await asyncio.wait([self.last])
