"""Done callbacks begin the next order, and a future tells when all are through."""

import asyncio


class Evening:
    def __init__(self, orders, cook, cooks):
        self.remaining = iter(orders)
        self.cook = cook
        self.dishes = {}
        self.under_way = {}
        self.over = asyncio.get_running_loop().create_future()
        self.closed = False
        for _ in range(cooks):
            self.begin()
        self.look()

    def begin(self):
        for order in self.remaining:
            task = asyncio.create_task(self.cook(order))
            self.under_way[task] = order
            task.add_done_callback(self.ended)
            return

    def ended(self, task):
        order = self.under_way.pop(task)
        if not task.cancelled() and not task.exception():
            self.dishes[order] = task.result()
        if not self.closed:
            self.begin()
            self.look()

    def look(self):
        if not self.under_way and not self.over.done():
            self.over.set_result(None)

    async def close(self):
        self.closed = True
        tasks = list(self.under_way)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def kitchen(orders, cook, cooks):
    evening = Evening(orders, cook, cooks)
    try:
        await evening.over
    finally:
        await evening.close()
    return evening.dishes
