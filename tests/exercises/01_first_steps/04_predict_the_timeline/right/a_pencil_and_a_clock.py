"""A clock moved by hand: each line of the programs is played through, as with a pencil."""


class Paper:
    def __init__(self) -> None:
        self.now = 0
        self.lines: list[tuple[float, str]] = []

    def say(self, *texts: str) -> "Paper":
        self.lines += [(self.now, text) for text in texts]
        return self

    def wait(self, seconds: int) -> "Paper":
        self.now += seconds
        return self


def predictions() -> dict[str, list[tuple[float, str]]]:
    a = Paper().say("created", "start 1").wait(2).say("done 1", "end")
    b = Paper().say("created", "start 1").wait(2).say("done 1", "start 2").wait(2).say("done 2", "end")
    c = Paper().say("created", "start 1", "start 2").wait(2).say("done 1", "done 2", "end")
    d = Paper().say("created").wait(3).say("worked", "start 1").wait(1).say("done 1", "end")
    return {"a": a.lines, "b": b.lines, "c": c.lines, "d": d.lines}
