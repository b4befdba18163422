"""You list the errors that mean damage, and the list is never complete: an error that is not on it brings the
van back as undamaged. What do all errors have in common, and a cancellation has not?
"""

from contextlib import asynccontextmanager


@asynccontextmanager
async def van(depot):
    v = await depot.borrow()
    damaged = False
    try:
        yield v
    except (ValueError, OSError):
        damaged = True
        raise
    finally:
        await depot.give_back(v, damaged)
