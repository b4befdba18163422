"""An exception in a call whose text and arguments end the process
stopped by: process
reasons: crash exception
"""

import os


class Polite(Exception):
    def __str__(self):
        os._exit(0)

    __repr__ = __str__
    args = property(__str__)


async def reports(ask, stations):
    raise Polite
