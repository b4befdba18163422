"""A real thread that computes for ever beside a waiting main thread
stopped by: process
reasons: hang assertion
tests: one
"""

import _thread


def compute():
    while True:
        pass


async def reports(ask, stations):
    _thread.start_new_thread(compute, ())
    sum(range(10**11))
