"""You believe that a task runs in the background, as a thread would. But there is one thread, and tasks
take turns in it: nobody else runs until the one who runs comes to an `await`. Look for the awaits of
program d.
"""


def predictions() -> dict[str, list[tuple[float, str]]]:
    return {
        "a": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "end")],
        "b": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "start 2"), (4, "done 2"), (4, "end")],
        "c": [(0, "created"), (0, "start 1"), (0, "start 2"), (2, "done 1"), (2, "done 2"), (2, "end")],
        "d": [(0, "created"), (0, "start 1"), (1, "done 1"), (3, "worked"), (3, "end")],
    }
