"""You call a job short when its work is short, and forget its wait. A job of no work and 20 seconds of
waiting would then keep your program busy with doing nothing for 20 seconds.
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if cpu_s < 0.001:
        return "inline"
    if wait_s > cpu_s:
        return "asyncio" if client == "async" else "thread"
    return "process"
