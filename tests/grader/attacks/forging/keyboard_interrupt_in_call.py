"""KeyboardInterrupt, as if the teacher had stopped the run
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    raise KeyboardInterrupt
