"""You look at the client first. A client tells how a job waits, and that matters only if waiting is what
the job does: a long computation in the event loop stops everybody, however async its client is.
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if cpu_s < 0.001 and wait_s == 0:
        return "inline"
    if client == "async":
        return "asyncio"
    return "thread" if wait_s > cpu_s else "process"
