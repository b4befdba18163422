"""Asks the judge for private parts of the objects that it was given: globals, closures, frames.

stopped by: process
reasons: assertion
"""

names = [
    "__globals__",
    "__closure__",
    "__code__",
    "__dict__",
    "__class__",
    "__self__",
    "__init__",
    "__reduce__",
]
names += [
    "_world",
    "_function",
    "_peer",
    "_trial",
    "_records",
    "calls",
    "cr_frame",
    "gi_frame",
    "f_back",
    "random",
]


async def reports(ask, stations):
    from grader.worker.kernel import kernel

    for number in range(2):  # the judge itself, and `ask`
        for name in names:
            for mode in ("get", "call"):
                try:
                    found = (
                        kernel.peer.get(number, name)
                        if mode == "get"
                        else kernel.peer.call(number, name, (), {})
                    )
                except (AttributeError, TypeError):
                    continue
                print("BREACH:", number, name, found)
    return None
