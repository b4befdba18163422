"""You give the van back after an `Exception` and after a quiet trip. But a cancellation raises
CancelledError, which is no Exception: a trip that is called off keeps the van for ever.
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
    await depot.give_back(v, False)
