"""You give the van back in the line behind the `yield`. When the block fails or is cancelled, this line is
never reached, and the van is gone. Which block runs on every way out?
"""

from contextlib import asynccontextmanager


@asynccontextmanager
async def van(depot):
    v = await depot.borrow()
    yield v
    await depot.give_back(v, False)
