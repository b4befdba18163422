"""Five hundred real threads at once
stopped by: rlimits
reasons: exception assertion crash
tests: one
"""

import _thread

_thread.stack_size(8 * 1024 * 1024)


def wait():
    import select

    select.select([], [], [], 0.5)


async def reports(ask, stations):
    for _ in range(500):
        _thread.start_new_thread(wait, ())
    print("BREACH: 500 threads")
    return []
