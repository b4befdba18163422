"""Stubs as they were handed out, which students edit in their place. The recording of an exercise keeps their text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from grader import recording
from grader.atomic import write_atomically
from grader.catalog import Exercise

BACKUP = ".backup-"  # and a number, after the name of the file


class CannotReset(Exception):
    """A stub cannot be brought back. The text says why, and what to do."""


def lines_of(file: Path) -> tuple[str, ...] | None:
    """The lines of a text file, whatever its line ends; None where there is no file that can be read as text."""
    try:
        # A pipe would never end.
        return tuple(file.read_text(encoding="utf-8").split("\n")) if file.is_file() else None
    except (OSError, ValueError):
        return None


def text_of(file: Path) -> str:
    """The text of a file, with our line ends; empty where there is none that can be read."""
    return "\n".join(lines_of(file) or ())


def is_as_handed_out(exercise: Exercise) -> bool:
    """Whether nobody has written in the stub. Raises recording.Unreadable."""
    handed_out = recording.read(exercise.recorded).stub
    return bool(handed_out) and lines_of(exercise.stub) == handed_out


def reset(exercise: Exercise) -> Path | None:
    """Bring the stub back as it was handed out. What was there is kept beside it, in a new file: that one is returned;
    None where there was nothing to keep.

    Raises CannotReset and recording.Unreadable.
    """
    handed_out = recording.read(exercise.recorded).stub
    shown = exercise.shown(exercise.stub)
    if not handed_out:
        raise CannotReset(
            f"This copy does not know how {shown} was handed out. Get that file from where you have the kit from."
        )
    if lines_of(exercise.stub) == handed_out:
        return None
    if exercise.stub.exists() and not exercise.stub.is_file():
        raise CannotReset(f"{shown} is not a file. Move it away, then reset the exercise.")
    try:
        backup = _back_up(exercise.stub) if exercise.stub.is_file() else None
        write_atomically(exercise.stub, ["\n".join(handed_out).encode()])
    except OSError as error:
        raise CannotReset(
            f"{shown} cannot be brought back: {error.strerror}. Nothing of yours is lost. Mend that, then try again."
        ) from None
    return backup


def _back_up(file: Path) -> Path:
    """A copy of `file` under the first free name beside it. The name is no name of a module: nobody hands it in."""
    content = file.read_bytes()
    for place in _beside(file):
        try:
            with place.open("xb") as backup:
                backup.write(content)
        except FileExistsError:
            continue
        return place
    raise AssertionError("numbers do not end")


def _beside(file: Path) -> Iterator[Path]:
    number = 0
    while True:
        number += 1
        yield file.with_name(f"{file.name}{BACKUP}{number}")
