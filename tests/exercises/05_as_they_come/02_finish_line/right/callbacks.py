"""Done-callbacks show the arrivals; the coroutine itself only waits, with asyncio.wait and its limit."""

import asyncio


class Board:
    def __init__(self, show):
        self.show = show
        self.names = []
        self.is_open = True

    def arrived(self, task):
        if not self.is_open or task.cancelled() or task.exception():
            return
        name, time = task.result()
        self.names.append(name)
        self.show(place=len(self.names), name=name, time=time)


async def board(runners, show, limit):
    if not runners:
        return []
    this = Board(show)
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    for task in tasks:
        task.add_done_callback(this.arrived)
    try:
        await asyncio.wait(tasks, timeout=limit)
    finally:
        this.is_open = False
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return this.names
