"""You believe that the call `job(...)` runs the first lines of `job`. That is so for a plain function; for
an `async def` the call only makes an object. Who does something with that object, and in which line?
"""


def predictions() -> dict[str, list[tuple[float, str]]]:
    return {
        "a": [(0, "start 1"), (0, "created"), (2, "done 1"), (2, "end")],
        "b": [(0, "start 1"), (0, "start 2"), (0, "created"), (2, "done 1"), (2, "done 2"), (2, "end")],
        "c": [(0, "start 1"), (0, "start 2"), (0, "created"), (2, "done 1"), (2, "done 2"), (2, "end")],
        "d": [(0, "start 1"), (0, "created"), (3, "worked"), (3, "done 1"), (3, "end")],
    }
