"""End the own process by a signal that stands for success elsewhere
stopped by: process
reasons: crash exception
"""

import signal

signal.signal(signal.SIGTERM, signal.SIG_DFL)


async def reports(ask, stations):
    signal.raise_signal(signal.SIGTERM)
    import os

    os._exit(0)
