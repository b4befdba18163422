"""Done-callbacks count and fill a future; a class holds the counts."""

import asyncio


class Ballot:
    def __init__(self, tasks, need):
        self.tasks = tasks
        self.need = need
        self.outcome = asyncio.get_running_loop().create_future()
        for task in tasks:
            task.add_done_callback(self.count)

    def count(self, task):
        if task.cancelled():
            return
        task.exception()  # looked at, so that nobody hears of it
        if self.outcome.done():
            return
        ended = [task for task in self.tasks if task.done() and not task.cancelled()]
        failed = sum(task.exception() is not None for task in ended)
        if len(ended) - failed >= self.need:
            self.outcome.set_result(True)
        elif failed > len(self.tasks) - self.need:
            self.outcome.set_result(False)

    async def stop(self):
        for task in self.tasks:
            task.cancel()
        await asyncio.wait(self.tasks)


async def replicate(writes, need):
    ballot = Ballot([asyncio.create_task(write()) for write in writes], need)
    try:
        return await ballot.outcome
    finally:
        await ballot.stop()
