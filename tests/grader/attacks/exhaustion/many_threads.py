"""Five hundred real threads at once
stopped by: rlimits
reasons: exception assertion crash
tests: one
"""

import _thread
import threading

_thread.stack_size(8 * 1024 * 1024)
gate = threading._allocate_lock if False else _thread.allocate_lock()


def wait():
    import select

    select.select([], [], [], 0.5)


async def reports(ask, stations):
    for _ in range(500):
        _thread.start_new_thread(wait, ())
    print("BREACH: 500 threads")
    return []
