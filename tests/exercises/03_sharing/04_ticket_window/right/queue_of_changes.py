"""Each group that waits has a queue of its own, and looks again for every message in it."""

import asyncio


class Hall:
    def __init__(self, seats):
        self._free = seats
        self._foyer = []

    async def take(self, n):
        news = asyncio.Queue()
        self._foyer.append(news)
        try:
            while n > self._free:
                await news.get()
            self._free -= n
        finally:
            self._foyer.remove(news)

    async def give_back(self, n):
        self._free += n
        for news in self._foyer:
            news.put_nowait(n)
