"""One upload to Gradescope, graded by the autograder that a release has written for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from grader.catalog import load_catalog
from grader.formats import gradescope
from grader.formats.settled import NotGraded
from grader.judge.workers import Workers
from grader.release.handed_in import check_together, in_upload, tests_in_clear
from grader.score import OUR_FAILURE
from grader.verdict import Result


def run(
    upload: Path, results: Path, kit: Path, workers: Workers, write: Callable[[str], None], *, level: int
) -> int:
    """Grade the files in `upload` with the tests in `kit`, and write Gradescope's `results`; return the exit code: 0,
    or 3 where there is no mark. Then there is no file either, and Gradescope records no score.

    Below this `level` of isolation nothing is graded. `write` prints into the log that instructors see.
    """
    try:
        result = _grade(upload, kit, workers, level)
        results.write_bytes(gradescope.write(result))
    except NotGraded as error:
        write(f"Not graded: {error}\n")
        return OUR_FAILURE
    write(f"{result.points} of {result.max_points} points.\n")
    return 0


def _grade(upload: Path, kit: Path, workers: Workers, level: int) -> Result:
    if workers.isolation.level < level:
        raise NotGraded(
            f"On this machine a submission could read the hidden tests (isolation level {workers.isolation.level}, and "
            f"{level} is wanted). docs/formats.md tells the choices."
        )
    exercises = load_catalog(kit).exercises
    submitted, notes = in_upload(exercises, upload)
    return check_together(exercises, submitted, tests_in_clear(exercises), workers, notes).result
