"""Done callbacks count the tasks down; the last one fills a future."""

import asyncio


class Count:
    def __init__(self, tasks):
        self.left = set(tasks)
        self.failures = []
        self.all_ended = asyncio.get_running_loop().create_future()
        for task in list(self.left):
            task.add_done_callback(self.ended)
            task.cancel()
        if not self.left:
            self.all_ended.set_result(None)

    def ended(self, task):
        self.left.remove(task)
        if not task.cancelled() and task.exception() is not None:
            self.failures.append(task.exception())
        if not self.left:
            self.all_ended.set_result(None)


async def stop(tasks):
    count = Count(tasks)
    request = None
    while not count.all_ended.done():
        try:
            await asyncio.shield(count.all_ended)
        except asyncio.CancelledError as error:
            request = error
    if request is not None:
        raise request
    return count.failures
