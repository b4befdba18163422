"""Your `__aexit__` returns True. That means: the error is dealt with, forget it. The caller never learns of
the accident. What should it return?
"""


class Trip:
    def __init__(self, depot):
        self.depot = depot

    async def __aenter__(self):
        self.v = await self.depot.borrow()
        return self.v

    async def __aexit__(self, kind, error, traceback):
        await self.depot.give_back(self.v, isinstance(error, Exception))
        return True


def van(depot):
    return Trip(depot)
