"""A generator knows the delays, a class makes the calls, and the last error is kept until it is needed."""

import asyncio
import itertools


def delays(base, cap):
    for n in itertools.count():
        yield min(cap, base * 2**n)


class Retry:
    def __init__(self, op, retry_on):
        self.op = op
        self.retry_on = retry_on
        self.error = None
        self.result = None

    async def works(self):
        try:
            self.result = await self.op()
        except Exception as error:
            if not any(isinstance(error, kind) for kind in self.retry_on):
                raise
            self.error = error
            return False
        return True


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    state = Retry(op, retry_on)
    if await state.works():
        return state.result
    for delay in itertools.islice(delays(base, cap), attempts - 1):
        await asyncio.sleep(jitter(delay))
        if await state.works():
            return state.result
    raise state.error
