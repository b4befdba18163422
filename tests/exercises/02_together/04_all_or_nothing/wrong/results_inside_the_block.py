"""Inside the `async with` block the tasks have only been started. `result()` of a task that is not done is
an InvalidStateError, and the group takes it for a failure and cancels everything. When is it certain that
all are done?
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(deploy(host)) for host in hosts]
        return [task.result() for task in tasks]
