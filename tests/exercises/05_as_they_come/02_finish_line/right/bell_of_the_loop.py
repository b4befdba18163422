"""A class that is called; `call_later` rings the bell, and the wait goes on until everyone has stopped."""

import asyncio


class Board:
    def __init__(self, show):
        self.show = show
        self.closed = False
        self.names = []

    async def run(self, runner):
        try:
            name, t = await runner
        except OSError:
            return
        if not self.closed:
            self.names.append(name)
            self.show(len(self.names), name, t)

    def close(self, tasks):
        self.closed = True
        for t in tasks:
            t.cancel()

    async def __call__(self, runners, limit):
        tasks = [asyncio.create_task(self.run(r)) for r in runners]
        bell = asyncio.get_running_loop().call_later(limit, self.close, tasks)
        try:
            for t in tasks:
                await asyncio.wait([t])
        except asyncio.CancelledError:
            for t in tasks:
                t.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            raise
        finally:
            bell.cancel()
        return self.names


async def board(runners, show, limit):
    return await Board(show)(runners, limit)
