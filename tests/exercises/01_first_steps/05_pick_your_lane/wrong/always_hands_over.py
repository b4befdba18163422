"""You hand over a job of a tenth of a millisecond, too. To give work away and to fetch the result
costs time as well: for the shortest jobs it costs more than the work.
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if wait_s > cpu_s:
        return "asyncio" if client == "async" else "thread"
    return "process"
