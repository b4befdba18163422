"""You believe that a task starts when it is awaited, like a coroutine object. But a task is on the loop's
list since it was created: at the first await the loop runs everything that is on that list. Who is on it in
program c?
"""


def predictions() -> dict[str, list[tuple[float, str]]]:
    return {
        "a": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "end")],
        "b": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "start 2"), (4, "done 2"), (4, "end")],
        "c": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "start 2"), (4, "done 2"), (4, "end")],
        "d": [(0, "created"), (3, "worked"), (3, "start 1"), (4, "done 1"), (4, "end")],
    }
