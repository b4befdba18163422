"""How far a run is, on standard error: a bar in a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol, Self, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

EVERY = 10.0  # seconds between two plain lines


class ProgressShown(Protocol):
    """Told of each batch. Use it in a `with` block."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: object, /, *_: object) -> None: ...

    def advance(self, files: int, failures: int) -> None:
        """So many more files have a verdict, and so many of these are our failure."""


def progress(total: int, stream: TextIO, *, now: Callable[[], float] = time.monotonic) -> ProgressShown:
    """What suits the stream. `total`: the files to be judged. `now`: real seconds."""
    tally = Tally(total, now)
    return Bar(tally, stream) if stream.isatty() else Lines(tally, stream)


class Tally:
    """What is done, and how fast."""

    def __init__(self, total: int, now: Callable[[], float]) -> None:
        self.total = total
        self.done = self.failures = 0
        self.now = now
        self.begin = now()

    def add(self, files: int, failures: int) -> None:
        self.done += files
        self.failures += failures

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return self.now() - self.begin

    @property
    def left(self) -> float:
        """Seconds to go, as far as one can know."""
        return self.seconds * (self.total - self.done) / self.done if self.done else 0.0

    @property
    def speed(self) -> str:
        """In words: what a file costs, and how many there are in a second."""
        if not self.done or self.seconds <= 0:
            return ""
        return f"{1000 * self.seconds / self.done:.0f} ms a file, {self.done / self.seconds:.1f}/s"

    @property
    def failed(self) -> str:
        """In words: our failures so far."""
        return f"{self.failures} errors of ours" if self.failures else ""


class Lines:
    """A line when it begins, every so often, and when it ends."""

    def __init__(self, tally: Tally, stream: TextIO) -> None:
        self._tally = tally
        self._stream = stream
        self._last = tally.begin

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None and self._tally.done:
            self._write(
                f"graded {self._tally.done} of {self._tally.total} files in {self._tally.seconds:.0f} s"
            )

    def advance(self, files: int, failures: int) -> None:
        self._tally.add(files, failures)
        if self._tally.now() - self._last >= EVERY and self._tally.done < self._tally.total:
            self._last = self._tally.now()
            self._write(
                f"graded {self._tally.done} of {self._tally.total} files, about {self._tally.left:.0f} s to go"
            )

    def _write(self, text: str) -> None:
        self._stream.write(", ".join(filter(None, [text, self._tally.speed, self._tally.failed])) + "\n")
        self._stream.flush()


class Bar:
    """A bar that moves."""

    def __init__(self, tally: Tally, stream: TextIO) -> None:
        self._tally = tally
        self._progress = Progress(
            BarColumn(20),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True),
            TextColumn("{task.fields[speed]}", style="dim"),
            TextColumn("{task.fields[failed]}", style="bold magenta"),
            console=Console(file=stream, markup=False, emoji=False, highlight=False),
        )
        self._task: TaskID = self._progress.add_task("", total=tally.total, speed="", failed="")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def advance(self, files: int, failures: int) -> None:
        self._tally.add(files, failures)
        self._progress.update(self._task, advance=files, speed=self._tally.speed, failed=self._tally.failed)
