"""Take a real lock of the interpreter twice
stopped by: process
reasons: hang deadlock
tests: one
takes: wall
"""

import _thread

lock = type(_thread.allocate_lock)


async def reports(ask, stations):
    import _thread

    lock = _thread.RLock.__class__
    thread = _thread.allocate_lock()
    thread.acquire()
    thread.acquire()
