"""Interrupts its own process a thousand times a second with a signal whose handler raises.

stopped by: process
reasons: assertion crash exception protocol load hygiene hang
"""

import signal


def interrupt(number, frame):
    raise ZeroDivisionError


async def reports(ask, stations):
    signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
    return [await ask(station) for station in stations]
