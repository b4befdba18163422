"""Your group does not hold every failure. Two hosts can fail at the same moment, and a roll-back
can fail as well. These errors are the ones that somebody has to know about.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(deploy(host)) for host in hosts]
    except ExceptionGroup as failures:
        raise ExceptionGroup("not deployed", failures.exceptions[:1]) from None
    return [task.result() for task in tasks]
