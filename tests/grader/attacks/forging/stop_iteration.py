"""StopIteration out of a plain function, which ends the judge's coroutine instead of raising
stopped by: process
reasons: exception
"""


def reports(ask, stations):
    raise StopIteration(["rain"])
