"""You await each task right after its creation, so the next host begins only when the one before it is
ready. There is a group, but never more than one task in it.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    async with asyncio.TaskGroup() as group:
        return [await group.create_task(deploy(host)) for host in hosts]
