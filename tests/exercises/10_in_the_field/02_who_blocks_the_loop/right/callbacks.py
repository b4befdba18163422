"""Timers of the loop call each other; the coroutine waits for ever, and takes the timer with it."""

import asyncio


async def watch(interval, limit, report):
    loop = asyncio.get_running_loop()
    timer = None

    def start():
        nonlocal timer
        timer = loop.call_later(interval, tick, loop.time() + interval)

    def tick(due):
        late = loop.time() - due
        start()
        if late > limit:
            report(late)

    start()
    try:
        await loop.create_future()
    finally:
        timer.cancel()
