"""You catch the cancellation, give the van back, and do not send the cancellation on. Who has asked the
task to stop waits for its end, and the task goes on behind the block as if nothing had happened.
"""

import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def van(depot):
    v = await depot.borrow()
    damaged = False
    try:
        yield v
    except asyncio.CancelledError:
        pass
    except Exception:
        damaged = True
        raise
    finally:
        await depot.give_back(v, damaged)
