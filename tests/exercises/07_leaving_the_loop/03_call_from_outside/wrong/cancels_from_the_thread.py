"""You begin the look-up in the safe way, and cancel it in an unsafe one: `task.cancel()` belongs into the loop's thread
as well. Debug mode refuses it; without debug mode the loop may sleep on. Send the cancellation through the same door.
"""

import asyncio
import threading


def make_callback(loop, price, limit):
    def callback(code):
        tasks = []
        ended = threading.Event()

        def begin():
            tasks.append(loop.create_task(price(code)))
            tasks[0].add_done_callback(lambda _: ended.set())

        loop.call_soon_threadsafe(begin)
        if not ended.wait(limit):
            tasks[0].cancel()
            raise TimeoutError
        return tasks[0].result()

    return callback
