"""A table of rules: the first one that fits gives the answer."""

RULES = [
    (lambda cpu_s, wait_s, client: wait_s == 0 and cpu_s * 1000 < 1, "inline"),
    (lambda cpu_s, wait_s, client: cpu_s >= 10 * wait_s, "process"),
    (lambda cpu_s, wait_s, client: client == "async", "asyncio"),
    (lambda cpu_s, wait_s, client: True, "thread"),
]


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    return next(answer for fits, answer in RULES if fits(cpu_s, wait_s, client))
