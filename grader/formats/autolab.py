"""What Autolab reads: the last line of the grader's output (https://docs.autolabproject.com/lab/)."""

from __future__ import annotations

import msgspec

from grader.formats.settled import settled
from grader.verdict import Result


def write(result: Result) -> bytes:
    """One line with the points of each exercise; in Autolab, a problem has the exercise's slug for its name.

    Raises NotGraded: without this line, Autolab records no score.
    """
    scores = {exercise.slug: exercise.points for exercise in settled(result).exercises}
    return msgspec.json.encode({"scores": scores}) + b"\n"
