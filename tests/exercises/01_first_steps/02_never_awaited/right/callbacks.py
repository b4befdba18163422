"""Callbacks and one future: each task ends by starting the next one, or by ending the future."""

import asyncio


async def checkout(price_of, save, item, qty):
    loop = asyncio.get_running_loop()
    sold = loop.create_future()
    tasks = []

    def start(coroutine, when_done):
        task = loop.create_task(coroutine)
        tasks.append(task)
        task.add_done_callback(lambda task: sold.done() or settle(task, when_done))

    def settle(task, when_done):
        if task.cancelled():
            sold.cancel()
        elif error := task.exception():
            sold.set_exception(error)
        else:
            when_done(task.result())

    def priced(price):
        start(save(item, price * qty), lambda _: sold.set_result(price * qty))

    start(price_of(item), priced)
    try:
        return await sold
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
