"""You count a wait of a millisecond as no wait at all. Work and wait are not the same: a millisecond of work
is short, but in a millisecond of waiting somebody else could have done something. Only without any wait is a
short job run inline.
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if cpu_s < 0.001 and wait_s <= 0.001:
        return "inline"
    if cpu_s > wait_s:
        return "process"
    return "asyncio" if client == "async" else "thread"
