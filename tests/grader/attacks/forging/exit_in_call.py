"""End the process with code 0 in the middle of a call
stopped by: process
reasons: crash
tests: all
"""

import os


async def reports(ask, stations):
    os._exit(0)
