"""You send computation to a thread. Threads of Python share one lock, and only the thread that holds it
runs Python code: four of them compute no faster than one, and they slow down everybody who waits. Who has a
lock of its own?
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if wait_s > cpu_s:
        return "asyncio" if client == "async" else "thread"
    return "inline" if cpu_s < 0.001 else "thread"
