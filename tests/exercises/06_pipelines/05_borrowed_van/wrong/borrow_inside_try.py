"""You borrow inside the `try`. When borrowing fails or is cancelled, your `finally` gives back a van that
it never got. From which line on is there a van?
"""

from contextlib import asynccontextmanager


@asynccontextmanager
async def van(depot):
    v = None
    damaged = False
    try:
        v = await depot.borrow()
        yield v
    except Exception:
        damaged = True
        raise
    finally:
        await depot.give_back(v, damaged)
