"""What you catch from a task group is a group already. You put it as a whole into another one, so the group
that comes out holds one group, and not the errors of the hosts.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(deploy(host)) for host in hosts]
    except ExceptionGroup as failed:
        raise ExceptionGroup("not deployed", [failed]) from None
    return [task.result() for task in tasks]
