"""You saw that the task of program d starts late, but you let its second pass while nobody ran. A sleep
begins when its line is reached, not when the task is created.
"""


def predictions() -> dict[str, list[tuple[float, str]]]:
    return {
        "a": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "end")],
        "b": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "start 2"), (4, "done 2"), (4, "end")],
        "c": [(0, "created"), (0, "start 1"), (0, "start 2"), (2, "done 1"), (2, "done 2"), (2, "end")],
        "d": [(0, "created"), (3, "worked"), (3, "start 1"), (3, "done 1"), (3, "end")],
    }
