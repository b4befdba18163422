"""What a student is given to read: the lesson of a chapter, and the task of an exercise.

The lesson lies in the student's own folder: it may be edited, broken or gone, and nothing in it decides anything.
"""

from __future__ import annotations

import inspect
import re
import stat
from pathlib import Path

import msgspec

from grader import recording
from grader.catalog import Exercise

MOST_CHARACTERS = 200_000

# Found by looking and not by parsing: a file with a syntax error has its task as well.
_DOCSTRING = re.compile(r'\A(?:\s|#.*\n)*[rR]?("""|\'\'\')(.*?)\1', re.DOTALL)


class Handout(msgspec.Struct, frozen=True):
    """What an exercise gives to read, as Markdown; empty where it is not there."""

    lesson: str
    task: str


def read_handout(exercise: Exercise) -> Handout:
    """The lesson of its chapter, and the task: the docstring of the stub, as it was handed out if that is known.

    Raises recording.Unreadable.
    """
    handed_out = "\n".join(recording.read(exercise.recorded).stub)
    return Handout(_text(exercise.lesson), task_in(handed_out or _text(exercise.stub)))


def task_in(source: str) -> str:
    """The docstring at the beginning of a file, without indentation; empty where there is none."""
    found = _DOCSTRING.match(source)
    return inspect.cleandoc(found[2]) if found else ""


def _text(path: Path) -> str:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end
            return ""
        with path.open(encoding="utf-8", errors="backslashreplace") as file:
            return file.read(MOST_CHARACTERS)
    except OSError:
        return ""
