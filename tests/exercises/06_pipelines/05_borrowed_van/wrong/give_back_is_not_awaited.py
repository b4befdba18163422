"""You call `give_back` and do not await it. That makes a coroutine object, and the van stays in the yard of
the last user. How does a coroutine begin to run?
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
        raise
    finally:
        depot.give_back(v, damaged)
