"""You hand over every job, also one of a tenth of a millisecond. To give work away and to fetch the result
costs time as well: for the shortest jobs it costs more than the work.
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if wait_s > cpu_s:
        return "asyncio" if client == "async" else "thread"
    return "process"
