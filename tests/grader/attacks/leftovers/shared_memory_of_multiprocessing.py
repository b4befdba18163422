"""multiprocessing's shared memory, which nobody unlinks
stopped by: landlock box
reasons: assertion load exception
"""

from multiprocessing import resource_tracker, shared_memory

resource_tracker.register = lambda *args: None
try:
    shared_memory.SharedMemory("@MARK@", create=True, size=100)
except OSError:
    pass


async def reports(ask, stations):
    return []
