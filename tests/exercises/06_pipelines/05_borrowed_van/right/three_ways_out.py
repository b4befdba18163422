"""Without finally: each way out is written down."""

import contextlib


async def trip(depot):
    v = await depot.borrow()
    try:
        yield v
    except Exception:
        await depot.give_back(v, True)
        raise
    except BaseException:
        await depot.give_back(v, False)
        raise
    else:
        await depot.give_back(v, False)


def van(depot):
    return contextlib.asynccontextmanager(trip)(depot)
