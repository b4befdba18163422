"""Pattern matching with guards, the special case first."""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    match cpu_s, wait_s, client:
        case work, 0, _ if work < 0.001:
            return "inline"
        case work, wait, _ if work >= wait:
            return "process"
        case _, _, "async":
            return "asyncio"
        case _:
            return "thread"
