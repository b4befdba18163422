"""You believe that `create_task` runs the task at once, up to its first await. It only puts the task on the
loop's list, and your own lines go on. When does the loop come to look at its list?
"""


def predictions() -> dict[str, list[tuple[float, str]]]:
    return {
        "a": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "end")],
        "b": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "start 2"), (4, "done 2"), (4, "end")],
        "c": [(0, "start 1"), (0, "start 2"), (0, "created"), (2, "done 1"), (2, "done 2"), (2, "end")],
        "d": [(0, "start 1"), (0, "created"), (3, "worked"), (3, "done 1"), (3, "end")],
    }
