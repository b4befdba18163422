"""An async generator function alone is no context manager: `async with` looks for `__aenter__` and
`__aexit__`, and a generator has neither. What makes a context manager from such a function?
"""


async def van(depot):
    v = await depot.borrow()
    damaged = False
    try:
        yield v
    except Exception:
        damaged = True
        raise
    finally:
        await depot.give_back(v, damaged)
