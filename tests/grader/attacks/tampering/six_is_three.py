"""Writes into the memory of small numbers, so that six is three.

stopped by: process
reasons: assertion crash exception hang load protocol
"""

import ctypes


async def reports(ask, stations):
    answers = [await ask(station) for station in stations]
    ctypes.memmove(id(6) + 16, id(3) + 16, 12)
    return answers
