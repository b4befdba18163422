"""An exit stack learns what to do at the end as soon as the van is there."""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def van(depot):
    async with AsyncExitStack() as stack:
        v = await depot.borrow()

        async def give_back(kind, error, traceback):
            await depot.give_back(v, damaged=kind is not None and issubclass(kind, Exception))
            return False

        stack.push_async_exit(give_back)
        yield v
