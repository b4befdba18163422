"""You start the giving back as a task and go on at once. The block is left while the van is still on its
way, and nobody waits for the task. `__aexit__` may await: also after an error, and after a cancellation.
"""

import asyncio
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
        asyncio.create_task(depot.give_back(v, damaged))
