"""Your `finally` gives the van back on every way out: good. But it does not know why the block was left,
and always reports that all is well. Where do you see the error of the block?
"""

from contextlib import asynccontextmanager


@asynccontextmanager
async def van(depot):
    v = await depot.borrow()
    try:
        yield v
    finally:
        await depot.give_back(v, False)
