"""You await the tasks in the order of the hosts, so you hear of a failure only when all hosts before it
are ready. A quick failure of the last host waits for the slowest of the others, which deploys to the end.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    tasks = [asyncio.create_task(deploy(host)) for host in hosts]
    try:
        return [await task for task in tasks]
    except BaseException as reason:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        if isinstance(reason, asyncio.CancelledError):
            raise
        raise ExceptionGroup("not deployed", [end for end in ends if isinstance(end, Exception)]) from None
