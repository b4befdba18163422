"""Take a lock twice, in a thread and out of it
stopped by: process
reasons: deadlock
"""

import threading


async def reports(ask, stations):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
