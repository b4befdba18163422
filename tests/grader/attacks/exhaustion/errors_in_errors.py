"""Groups of errors in groups of errors
stopped by: process
reasons: exception
tests: one
"""


async def reports(ask, stations):
    error = ValueError("rain")
    for _ in range(14):
        error = ExceptionGroup("rain", [error] * 2)
    raise error
