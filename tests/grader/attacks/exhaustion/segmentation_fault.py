"""Read from address 0
stopped by: process
reasons: crash load
"""

import ctypes


async def reports(ask, stations):
    ctypes.string_at(0)
