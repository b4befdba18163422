"""You wait to the end, whatever happens, and look at the clock afterwards. The customer has waited all the
time by then. Something has to ring while you wait.
"""

import time


async def quote(ask, limit, fallback):
    start = time.monotonic()
    price = await ask()
    return price if time.monotonic() - start <= limit else fallback
