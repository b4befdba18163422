"""A class: done-callbacks count the ends, the first failure cancels the rest, a future tells of the last
end.
"""

import asyncio
from collections.abc import Awaitable, Callable


class Rollout:
    def __init__(self, tasks: list[asyncio.Task[str]]) -> None:
        self.tasks = tasks
        self.running = len(tasks)
        self.all_ended = asyncio.Event()
        if not tasks:
            self.all_ended.set()
        for task in tasks:
            task.add_done_callback(self.ended)

    def ended(self, task: asyncio.Task[str]) -> None:
        self.running -= 1
        if not task.cancelled() and task.exception() is not None:
            self.stop()
        if self.running == 0:
            self.all_ended.set()

    def stop(self) -> None:
        for task in self.tasks:
            task.cancel()

    async def outcome(self) -> list[str]:
        try:
            await self.all_ended.wait()
        except asyncio.CancelledError:
            self.stop()
            await self.all_ended.wait()
            raise
        errors = [task.exception() for task in self.tasks if not task.cancelled() and task.exception()]
        if errors:
            raise ExceptionGroup("not deployed", errors)
        return [task.result() for task in self.tasks]


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    rollout = Rollout([asyncio.create_task(deploy(host)) for host in hosts])
    return await rollout.outcome()
