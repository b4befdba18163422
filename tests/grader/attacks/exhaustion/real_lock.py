"""Take a real lock of the interpreter twice
stopped by: process
reasons: hang deadlock
tests: one
takes: wall
"""

import _thread


async def reports(ask, stations):
    lock = _thread.allocate_lock()
    lock.acquire()
    lock.acquire()
