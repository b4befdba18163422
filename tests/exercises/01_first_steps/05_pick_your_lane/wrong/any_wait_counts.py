"""As soon as a job waits at all, you take it for one that waits. A film that is resized for 40 seconds and
saved in one computes: the larger part decides where it belongs.
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if wait_s > 0:
        return "asyncio" if client == "async" else "thread"
    return "inline" if cpu_s < 0.001 else "process"
