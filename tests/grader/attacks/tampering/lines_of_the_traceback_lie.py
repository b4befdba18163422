"""Replaces what linecache and traceback know of files by objects of its own.

stopped by: process
reasons: exception
"""

import linecache
import traceback


class Liar(dict):
    def __missing__(self, key):
        return (1, None, ["passed\n"], key)


linecache.cache = Liar()
traceback.extract_tb = traceback.walk_tb = lambda *args: iter(())


async def reports(ask, stations):
    raise LookupError("passed")
