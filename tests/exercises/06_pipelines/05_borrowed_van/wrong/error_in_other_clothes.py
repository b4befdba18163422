"""You raise a new error in place of the one of the block. The caller expects its own ValueError, and does
not recognise yours. How is an error sent on as it is?
"""

from contextlib import asynccontextmanager


@asynccontextmanager
async def van(depot):
    v = await depot.borrow()
    damaged = False
    try:
        yield v
    except Exception as error:
        damaged = True
        raise RuntimeError(f"accident: {error}") from error
    finally:
        await depot.give_back(v, damaged)
