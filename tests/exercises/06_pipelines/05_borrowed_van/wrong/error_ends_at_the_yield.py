"""You note the damage and do not raise the error again. An exception that was caught is over: the caller
believes that the trip went well. Which short statement sends it on?
"""

from contextlib import asynccontextmanager


@asynccontextmanager
async def van(depot):
    v = await depot.borrow()
    damaged = False
    try:
        yield v
    except Exception:
        damaged = True
    finally:
        await depot.give_back(v, damaged)
