"""A group of errors that cannot be printed
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    raise ExceptionGroup("rain", [ValueError(10**5000, [10**6000]), OSError(10**5000, 10**5001)])
