"""gather tells of the first failure; a second gather waits for the cancelled rest."""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    tasks = [asyncio.ensure_future(deploy(host)) for host in hosts]
    try:
        return list(await asyncio.gather(*tasks))
    except Exception:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        failures = [end for end in ends if isinstance(end, Exception)]
        raise ExceptionGroup(f"{len(failures)} of {len(hosts)} hosts failed", failures) from None
