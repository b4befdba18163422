"""Your threads fill futures of the loop themselves. These futures are not made for that: the loop may be
asleep and not notice, or be in the middle of something. Debug mode says so. There is one method of the loop
that another thread may call; let it carry your call over.
"""

import asyncio
import threading
from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    loop = asyncio.get_running_loop()

    def work(sensor: str, future: asyncio.Future[int]) -> None:
        try:
            reading = read(sensor)
        except Exception as error:
            if not future.cancelled():
                future.set_exception(error)
        else:
            if not future.cancelled():
                future.set_result(reading)

    futures = []
    for sensor in sensors:
        future = loop.create_future()
        threading.Thread(target=work, args=(sensor, future)).start()
        futures.append(future)
    return await asyncio.gather(*futures)
