"""You catch the group and return what there is. Your caller gets a list that looks like a success, and
never learns that the release was withdrawn. An error that you cannot repair belongs to the caller.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(deploy(host)) for host in hosts]
    except* Exception as failures:
        print("not deployed:", failures.exceptions)
    return [task.result() for task in tasks if not task.cancelled() and not task.exception()]
