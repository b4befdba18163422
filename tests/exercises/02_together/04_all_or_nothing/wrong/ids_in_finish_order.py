"""Every task adds its id to the list when it is ready, so the quickest host comes first. The order in
which tasks end is not the order in which you started them.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    ids: list[str] = []

    async def deploy_one(host: str) -> None:
        ids.append(await deploy(host))

    async with asyncio.TaskGroup() as group:
        for host in hosts:
            group.create_task(deploy_one(host))
    return ids
