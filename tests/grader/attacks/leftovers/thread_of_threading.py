"""A thread that is no daemon and that nobody joins, beside a right answer
stopped by: process
reasons: hygiene assertion deadlock hang
tests: one
"""

import asyncio
import threading
import time


def wait():
    while True:
        time.sleep(0.001)


async def reports(ask, stations):
    threading.Thread(target=wait, daemon=False).start()
    return []
