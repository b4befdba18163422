"""Lets the fault handler end the process with code 1 from a thread of its own.

stopped by: process
reasons: crash
tests: one
"""

import faulthandler


async def reports(ask, stations):
    with open("/dev/null", "rb") as nowhere:
        faulthandler.dump_traceback_later(0.001, exit=True, file=nowhere)
        while True:
            pass
