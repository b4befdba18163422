"""You believe that two coroutine objects run together because both exist. In program b nobody touches the
second one before the line that awaits it, and the await in the line before takes its time.
"""


def predictions() -> dict[str, list[tuple[float, str]]]:
    return {
        "a": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "end")],
        "b": [(0, "created"), (0, "start 1"), (0, "start 2"), (2, "done 1"), (2, "done 2"), (2, "end")],
        "c": [(0, "created"), (0, "start 1"), (0, "start 2"), (2, "done 1"), (2, "done 2"), (2, "end")],
        "d": [(0, "created"), (3, "worked"), (3, "start 1"), (4, "done 1"), (4, "end")],
    }
