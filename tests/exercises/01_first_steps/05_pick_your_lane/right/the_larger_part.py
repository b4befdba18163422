"""The larger part is looked up by `max`, and the answer in a dict."""


def lane(cpu_s: float, wait_s: float, client: str) -> str:
    if not wait_s and cpu_s < 1e-3:
        return "inline"
    spends_its_time_on = max(("wait", wait_s), ("work", cpu_s), key=lambda part: part[1])[0]
    return {
        ("wait", "async"): "asyncio",
        ("wait", "blocking"): "thread",
        ("work", "async"): "process",
        ("work", "blocking"): "process",
    }[spends_its_time_on, client]
