"""You believe that `await` starts the work and goes on with the next line. Starting is the smaller half of
it: the line below an `await` runs when the awaited work has ended.
"""


def predictions() -> dict[str, list[tuple[float, str]]]:
    return {
        "a": [(0, "created"), (0, "start 1"), (0, "end"), (2, "done 1")],
        "b": [(0, "created"), (0, "start 1"), (0, "start 2"), (0, "end"), (2, "done 1"), (2, "done 2")],
        "c": [(0, "created"), (0, "start 1"), (0, "start 2"), (0, "end"), (2, "done 1"), (2, "done 2")],
        "d": [(0, "created"), (3, "worked"), (3, "start 1"), (3, "end"), (4, "done 1")],
    }
