"""Each call is a task whose end is looked at; each wait is a future that a timer ends."""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    loop = asyncio.get_running_loop()
    delay = base
    while True:
        call = asyncio.create_task(op())
        try:
            await asyncio.wait([call])
        finally:
            if not call.done():
                call.cancel()
                await asyncio.gather(call, return_exceptions=True)
        attempts -= 1
        error = call.exception()
        if error is None:
            return call.result()
        if attempts == 0 or not isinstance(error, retry_on):
            raise error
        pause = loop.create_future()
        timer = loop.call_later(jitter(min(delay, cap)), pause.set_result, None)
        try:
            await pause
        finally:
            timer.cancel()
        delay += delay
