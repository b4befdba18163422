"""You start a process for each wait. That works, and costs megabytes and milliseconds for something that
does nothing: while a job waits it needs no core, so a second core does not help it.
"""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if wait_s == 0 and cpu_s < 0.001:
        return "inline"
    return "process"
