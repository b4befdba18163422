"""Stop the own process, without an end
stopped by: process
reasons: hang exception
tests: one
takes: wall
"""

import os
import signal


async def reports(ask, stations):
    os.kill(os.getpid(), signal.SIGSTOP)
