"""Your limit includes the job of exactly one millisecond. "Less than" and "at most" differ in one case
only, and that case is where such rules break.
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if wait_s > cpu_s:
        return "asyncio" if client == "async" else "thread"
    return "inline" if cpu_s <= 0.001 else "process"
