"""Abort in C
stopped by: process
reasons: crash
"""

import os


async def reports(ask, stations):
    os.abort()
