"""A task group over helpers that fill a dict; the group raises by itself."""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    ids: dict[str, str] = {}

    async def deploy_one(host: str) -> None:
        ids[host] = await deploy(host)

    async with asyncio.TaskGroup() as group:
        for host in reversed(hosts):
            group.create_task(deploy_one(host))
    return [ids[host] for host in hosts]
