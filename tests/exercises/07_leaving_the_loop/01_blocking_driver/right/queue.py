"""The threads send numbered outcomes to a queue of the loop, and a dict collects them."""

import asyncio
from threading import Thread


async def read_all(read, sensors):
    loop = asyncio.get_running_loop()
    arrived = asyncio.Queue()

    def work(number):
        try:
            outcome = read(sensors[number]), None
        except Exception as error:
            outcome = None, error
        loop.call_soon_threadsafe(arrived.put_nowait, (number, *outcome))

    for number in range(len(sensors)):
        Thread(target=work, args=(number,)).start()
    readings = {}
    while len(readings) < len(sensors):
        number, reading, error = await arrived.get()
        if error is not None:
            raise error
        readings[number] = reading
    return [readings[number] for number in sorted(readings)]
