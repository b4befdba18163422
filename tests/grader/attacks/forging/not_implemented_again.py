"""The stub's own error, from deep within a call
stopped by: process
reasons: not-implemented
"""


async def reports(ask, stations):
    raise NotImplementedError
