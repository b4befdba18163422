"""`gather` raises the first error at once, and does nothing about the others: they go on deploying while
everybody believes that the release was withdrawn. `gather` waits for its tasks, but it does not own them.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    try:
        return list(await asyncio.gather(*(deploy(host) for host in hosts)))
    except Exception as error:
        raise ExceptionGroup("not deployed", [error]) from None
