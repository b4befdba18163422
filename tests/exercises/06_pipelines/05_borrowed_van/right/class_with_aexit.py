"""A class: __aenter__ borrows, __aexit__ looks at the exception and gives back."""


class Borrowed:
    def __init__(self, depot):
        self.depot = depot

    async def __aenter__(self):
        self.van = await self.depot.borrow()
        return self.van

    async def __aexit__(self, kind, error, traceback):
        await self.depot.give_back(self.van, isinstance(error, Exception))


def van(depot):
    return Borrowed(depot)
