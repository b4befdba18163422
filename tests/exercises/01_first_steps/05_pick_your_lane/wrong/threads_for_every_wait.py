"""You send every wait to a thread. That works for a few; for a thousand requests you need a thousand
threads, although the client can wait for all of them in one. What is the async client made for?
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if wait_s > cpu_s:
        return "thread"
    return "inline" if cpu_s < 0.001 else "process"
