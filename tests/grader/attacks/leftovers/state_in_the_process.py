"""Limits, mask, handlers and folder of the process, for the next test to find
stopped by: process
reasons: assertion
"""

import os
import resource
import signal

if signal.getsignal(signal.SIGUSR1) is signal.SIG_IGN:
    print("BREACH: a signal is ignored")
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
if os.umask(0o123) == 0o123:
    print("BREACH: the mask")
if signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2]):
    print("BREACH: a signal is blocked")
try:
    if resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 33:
        print("BREACH: a limit")
    resource.setrlimit(resource.RLIMIT_NOFILE, (33, 33))
    if os.nice(0) == 3:
        print("BREACH: the priority")
    os.nice(3)
except (OSError, ValueError):
    pass


async def reports(ask, stations):
    return []
