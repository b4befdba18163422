"""Where there are not enough seats you raise an error, and the group has to come back by itself. The window
promises something better: to wait, and to be let in when there are seats.
"""


class Hall:
    def __init__(self, seats: int) -> None:
        self._free = seats

    async def take(self, n: int) -> None:
        if self._free < n:
            raise RuntimeError("sold out")
        self._free -= n

    async def give_back(self, n: int) -> None:
        self._free += n
