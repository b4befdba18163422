"""StopAsyncIteration out of a call
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    raise StopAsyncIteration
