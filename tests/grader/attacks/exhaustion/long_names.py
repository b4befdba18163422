"""Names of a megabyte, for functions, classes and tasks
stopped by: process
reasons: exception
"""


class Rain(Exception):
    pass


Rain.__name__ = Rain.__qualname__ = "R" * 1_000_000


async def reports(ask, stations):
    reports.__name__ = reports.__qualname__ = "r" * 1_000_000
    raise Rain("rain")
