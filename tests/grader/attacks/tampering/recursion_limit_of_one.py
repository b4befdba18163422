"""Leaves the kit no stack to work with.

stopped by: process
reasons: assertion crash exception protocol load
"""

import sys


async def reports(ask, stations):
    for limit in range(1, 200):
        try:
            sys.setrecursionlimit(limit)
            break
        except RecursionError:
            pass
    return [await ask(station) for station in stations]
