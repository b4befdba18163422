"""You keep the van where all trips share it. The second trip overwrites what the first one has noted, and
then one van is given back twice and the other never. What belongs to one trip has to be made for one trip.
"""


class Trip:
    v = None

    async def __aenter__(self):
        Trip.v = await self.depot.borrow()
        return Trip.v

    async def __aexit__(self, kind, error, traceback):
        await self.depot.give_back(Trip.v, isinstance(error, Exception))


trip = Trip()


def van(depot):
    trip.depot = depot
    return trip
