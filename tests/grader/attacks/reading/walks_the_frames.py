"""Walks up the frames that called it, and those of all threads and tasks, to the test's own.

stopped by: process
reasons: assertion
"""

import asyncio
import gc
import sys
import types


def files(frame):
    while frame is not None:
        yield frame.f_code.co_filename, frame.f_code.co_name
        frame = frame.f_back


async def reports(ask, stations):
    found = set(files(sys._getframe()))
    for frame in sys._current_frames().values():
        found |= set(files(frame))
    for task in asyncio.all_tasks():
        for frame in task.get_stack():
            found |= set(files(frame))
    for thing in gc.get_objects():
        if isinstance(thing, types.CoroutineType) and thing.cr_frame is not None:
            found |= set(files(thing.cr_frame))
    for file, name in found:
        if "/judge/" in file or name.startswith("test_") or "pytest" in file:
            print("BREACH:", file, name)
    return None
