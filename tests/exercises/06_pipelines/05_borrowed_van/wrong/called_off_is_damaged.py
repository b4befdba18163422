"""You report damage whenever the block was left by any exception. A trip that is called off raises
CancelledError, and the van has not been touched. Of which kind must the exception be?
"""


class Trip:
    def __init__(self, depot):
        self.depot = depot

    async def __aenter__(self):
        self.v = await self.depot.borrow()
        return self.v

    async def __aexit__(self, kind, error, traceback):
        await self.depot.give_back(self.v, kind is not None)


def van(depot):
    return Trip(depot)
