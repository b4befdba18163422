"""Recursion without a limit
stopped by: process
reasons: crash hang exception
tests: one
"""

import sys

sys.setrecursionlimit(10**9)


def again(value):
    return repr(value)


class Deep:
    def __repr__(self):
        return again(self)


async def reports(ask, stations):
    return repr(Deep())
