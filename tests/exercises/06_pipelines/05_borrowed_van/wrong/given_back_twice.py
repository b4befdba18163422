"""You give the van back after an error, and again in your `finally`, which also runs after an error. The
depot gets the same van twice, the second time undamaged. One place that every way out passes is enough.
"""

from contextlib import asynccontextmanager


@asynccontextmanager
async def van(depot):
    v = await depot.borrow()
    try:
        yield v
    except Exception:
        await depot.give_back(v, True)
        raise
    finally:
        await depot.give_back(v, False)
