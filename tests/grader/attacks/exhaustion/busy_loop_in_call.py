"""Loop for ever in a call, deaf to signals and exceptions
stopped by: process
reasons: hang
tests: one
"""

import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass


async def reports(ask, stations):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
