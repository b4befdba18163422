"""A thread for each sensor, started by hand. Each fills a future of the loop, in a way that is safe from
there.
"""

import asyncio
import threading
from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    loop = asyncio.get_running_loop()

    def fill(future: asyncio.Future[int], error: Exception | None, reading: int) -> None:
        if future.cancelled():
            return
        if error is None:
            future.set_result(reading)
        else:
            future.set_exception(error)

    def work(sensor: str, future: asyncio.Future[int]) -> None:
        reading, failure = 0, None
        try:
            reading = read(sensor)
        except Exception as error:
            failure = error
        loop.call_soon_threadsafe(fill, future, failure, reading)

    futures = []
    for sensor in sensors:
        future = loop.create_future()
        threading.Thread(target=work, args=(sensor, future), daemon=True).start()
        futures.append(future)
    return list(await asyncio.gather(*futures))
