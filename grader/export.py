"""Results that are there already become the files of another system: `python -m grader export`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from grader.bulk.filenames import file_stems
from grader.bulk.results import NoResults, read_results
from grader.classroom import ClassRecord
from grader.formats import (
    autolab,
    canvas,
    classroom50,
    exercism,
    github,
    gradescope,
    junit,
    markdown,
    moodle,
    nbgrader,
    prairielearn,
)
from grader.formats.filling import Filled, NotFillable
from grader.formats.settled import NotGraded
from grader.report.phrases import counted
from grader.verdict import SCHEMA, Result

OF_ONE_RESULT: Mapping[str, Callable[[Result], bytes]] = {
    "autolab": autolab.write,
    "classroom50": lambda result: classroom50.write(result, os.environ),
    "exercism": exercism.write,
    "github": github.write,
    "gradescope": gradescope.write,
    "junit": junit.write,
    "markdown": markdown.write,
    "prairielearn": prairielearn.write,
}
OF_A_CLASS: Mapping[str, Callable[[ClassRecord], bytes]] = {
    "classroom50-scores": classroom50.write_scores,
    "nbgrader": nbgrader.write,
}
FILLED_IN: Mapping[str, Callable[..., Filled]] = {"canvas": canvas.write, "moodle": moodle.write}
A_FILE_A_STUDENT = "gradescope"  # of a class; of one result, it is one file

FORMATS = tuple(sorted([*OF_ONE_RESULT, *OF_A_CLASS, *FILLED_IN]))


class NotExportable(Exception):
    """What was asked for cannot be written. The text says why, and what to do."""


@dataclass(frozen=True)
class Wishes:
    """What the command line says beside the format and the results."""

    into: Path | None = None  # None: standard output
    sheet: Path | None = None  # the file that the course's system gave out
    column: str | None = None
    exercise: str | None = None  # a slug or a number of the class
    scale: bool = False


def export(name: str, source: str, wishes: Wishes) -> tuple[str, ...]:
    """Write results in the format `name`; return what the instructor should know.

    `source` is the folder of a graded class, a file that `check --json` has written, or `-` for standard input. Raises
    NotExportable, and NotGraded where there is no mark to write.
    """
    try:
        if Path(source).is_dir():
            return _export_class(name, read_results(Path(source)), wishes)
        return _export_result(name, _read_result(source), wishes)
    except (NoResults, NotFillable, classroom50.NotInClassroom50) as error:
        raise NotExportable(str(error)) from None
    except BrokenPipeError:  # nobody reads standard output on: no mistake of anybody
        raise
    except OSError as error:
        raise NotExportable(f"{error.filename}: {error.strerror}. Mend that, or give another path.") from None


def _export_result(name: str, result: Result, wishes: Wishes) -> tuple[str, ...]:
    if name not in OF_ONE_RESULT:
        raise NotExportable(
            f"{name} is for a class: after --from, give the folder that `grade --out` has written."
        )
    _write(OF_ONE_RESULT[name](result), wishes)
    return ()


def _export_class(name: str, record: ClassRecord, wishes: Wishes) -> tuple[str, ...]:
    if name in FILLED_IN:
        return _fill_in(name, record, wishes)
    if name in OF_A_CLASS:
        _write(OF_A_CLASS[name](record), wishes)
        return ()
    if name == A_FILE_A_STUDENT:
        return _write_students(record, wishes)
    raise NotExportable(
        f"{name} is for one submission: after --from, give a file that `check --json` has written."
    )


def _fill_in(name: str, record: ClassRecord, wishes: Wishes) -> tuple[str, ...]:
    if wishes.sheet is None:
        raise NotExportable(
            f"{name} fills in a file: download it from your course, and name it by --sheet FILE."
        )
    if wishes.into is not None and wishes.into.exists() and wishes.into.samefile(wishes.sheet):
        raise NotExportable(
            "--into is the downloaded file itself: give another name, so that both can be compared."
        )
    filled = FILLED_IN[name](
        wishes.sheet.read_bytes(),
        record,
        column=wishes.column,
        exercise=_slug(record, wishes.exercise),
        scale=wishes.scale,
    )
    _write(filled.content, wishes)
    return (f"{counted(filled.changed, 'mark')} written.", *filled.notes)


def _write_students(record: ClassRecord, wishes: Wishes) -> tuple[str, ...]:
    if wishes.into is None:
        raise NotExportable("This writes a file for each student: name a folder by --into DIR.")
    wishes.into.mkdir(parents=True, exist_ok=True)
    stems = file_stems(student.student.key for student in record.students)
    without_mark = 0
    for student in record.students:
        try:
            content = gradescope.write_student(student, record)
        except NotGraded:
            without_mark += 1
            continue
        (wishes.into / f"{stems[student.student.key]}.json").write_bytes(content)
    written = len(record.students) - without_mark
    notes = [f"{counted(written, 'file')} written."]
    if without_mark:
        notes.append(f"No file for {counted(without_mark, 'student')}: nothing handed in, or no mark yet.")
    return tuple(notes)


def _slug(record: ClassRecord, exercise: str | None) -> str | None:
    if exercise is None:
        return None
    for known in record.exercises:
        if exercise in {known.slug, known.number}:
            return known.slug
    names = ", ".join(known.slug for known in record.exercises)
    raise NotExportable(f"The class has no exercise {exercise}. It has: {names}.")


def _read_result(source: str) -> Result:
    content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    try:
        result = msgspec.json.decode(content, type=Result)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotExportable(
            f"{source} is no result of this kit ({error}). Write one by `check --json`."
        ) from None
    if result.schema != SCHEMA:
        raise NotExportable(f"{source} is not of the form {SCHEMA}. Write it anew by `check --json`.")
    return result


def _write(content: bytes, wishes: Wishes) -> None:
    if wishes.into is None:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    else:
        wishes.into.write_bytes(content)
