"""A timer of the kernel that would end the next test's process
stopped by: process
reasons: crash assertion
"""

import signal

signal.signal(signal.SIGALRM, signal.SIG_DFL)
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)


async def reports(ask, stations):
    return []
