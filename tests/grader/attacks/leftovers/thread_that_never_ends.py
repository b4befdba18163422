"""A real thread that sleeps for ever, and is no daemon
stopped by: process
reasons: assertion
"""

import _thread
import select


def wait():
    while True:
        select.select([], [], [])


_thread.start_new_thread(wait, ())


async def reports(ask, stations):
    return []
