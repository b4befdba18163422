"""The group did all the work, and then you take the first error out of it and raise that one alone. Who
calls you was promised a group, and several hosts can fail: the other errors are lost.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(deploy(host)) for host in hosts]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]
