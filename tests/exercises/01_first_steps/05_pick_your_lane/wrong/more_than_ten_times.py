"""You let a wait decide only if it is more than ten times the work. A job whose wait is exactly ten times as
long falls through, and ends in the lane for computation. Which of the two is larger? That is all you need to
know.
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if wait_s == 0 and cpu_s < 0.001:
        return "inline"
    if wait_s > 10 * cpu_s:
        return "asyncio" if client == "async" else "thread"
    return "process"
