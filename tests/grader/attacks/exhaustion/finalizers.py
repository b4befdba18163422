"""A million finalizers that run when the judge asks what is left
stopped by: process
reasons: assertion hang crash exception
tests: one
"""


class Last:
    def __del__(self):
        Last()


async def reports(ask, stations):
    keep = [Last() for _ in range(3)]
    Last.__del__(keep[0])
    return []
