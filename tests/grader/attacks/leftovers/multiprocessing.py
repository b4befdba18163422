"""A pool of multiprocessing's processes, that nobody joins
stopped by: seccomp
reasons: assertion load exception
tests: one
"""

import multiprocessing
import select


def wait():
    select.select([], [], [], 20)


try:
    context = multiprocessing.get_context("fork")
    process = context.Process(target=wait)
    process.start()
    print("BREACH: a process")
except OSError:
    pass


async def reports(ask, stations):
    return []
