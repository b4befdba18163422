"""You let no time pass in the stretch without an await. `time.sleep` waits as truly as `asyncio.sleep`
does; the question is only who can do something else in the meantime.
"""


def predictions() -> dict[str, list[tuple[float, str]]]:
    return {
        "a": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "end")],
        "b": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "start 2"), (4, "done 2"), (4, "end")],
        "c": [(0, "created"), (0, "start 1"), (0, "start 2"), (2, "done 1"), (2, "done 2"), (2, "end")],
        "d": [(0, "created"), (0, "worked"), (0, "start 1"), (1, "done 1"), (1, "end")],
    }
