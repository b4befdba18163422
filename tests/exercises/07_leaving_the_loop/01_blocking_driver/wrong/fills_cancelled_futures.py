"""All goes well until somebody cancels you. Then your futures are cancelled, and the threads, which nobody
can stop, fill them two seconds later: an InvalidStateError in the loop. Ask a future whether it is done
before you fill it.
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
            loop.call_soon_threadsafe(future.set_exception, error)
        else:
            loop.call_soon_threadsafe(future.set_result, reading)

    futures = []
    for sensor in sensors:
        future = loop.create_future()
        threading.Thread(target=work, args=(sensor, future)).start()
        futures.append(future)
    return await asyncio.gather(*futures)
