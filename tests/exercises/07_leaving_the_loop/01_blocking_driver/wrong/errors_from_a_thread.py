"""Your readings come into the loop in the safe way, but the errors do not: the thread puts an exception into a future of
the loop by itself. The loop may be asleep and not notice. Errors go through the same door as results.
"""

import asyncio
import threading


async def read_all(read, sensors):
    loop = asyncio.get_running_loop()

    def fill(future, reading):
        if not future.done():
            future.set_result(reading)

    def work(sensor, future):
        try:
            reading = read(sensor)
        except Exception as error:
            future.set_exception(error)
        else:
            loop.call_soon_threadsafe(fill, future, reading)

    futures = []
    for sensor in sensors:
        futures.append(loop.create_future())
        threading.Thread(target=work, args=(sensor, futures[-1]), daemon=True).start()
    return await asyncio.gather(*futures)
