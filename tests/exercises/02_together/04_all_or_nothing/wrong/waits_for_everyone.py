"""You collect the errors and raise them properly, but only when every host has finished. Those that could
have been stopped have deployed the release completely in the meantime: nobody cancelled them.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    ends = await asyncio.gather(*(deploy(host) for host in hosts), return_exceptions=True)
    errors = [end for end in ends if isinstance(end, Exception)]
    if errors:
        raise ExceptionGroup("not deployed", errors)
    return list(ends)
