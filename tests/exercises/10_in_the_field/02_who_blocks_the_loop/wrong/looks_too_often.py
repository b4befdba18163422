"""You look many times within an interval, and measure the lag of these short sleeps. So you see stalls that
end before the watchdog is due, and your numbers are larger than asked for: one sleep, one look at the
clock.
"""

import asyncio
import time


async def watch(interval, limit, report):
    pause = interval / 10
    while True:
        before = time.monotonic()
        await asyncio.sleep(pause)
        lag = time.monotonic() - before - pause
        if lag > limit:
            report(lag)
