"""You send every wait to asyncio, also by a blocking client. `async def` around a blocking call changes
nothing: the call holds the one thread that the event loop has, and all others wait with it.
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if wait_s > cpu_s:
        return "asyncio"
    return "inline" if cpu_s < 0.001 else "process"
