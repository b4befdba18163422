"""You borrow the van and keep it to yourself: behind `as` stands what `__aenter__` returns, and yours
returns the manager. Who wants to drive needs the van.
"""


class Trip:
    def __init__(self, depot):
        self.depot = depot

    async def __aenter__(self):
        self.v = await self.depot.borrow()
        return self

    async def __aexit__(self, kind, error, traceback):
        await self.depot.give_back(self.v, isinstance(error, Exception))


def van(depot):
    return Trip(depot)
