"""`grade`: a whole class."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from grader.cli import kit
from grader.cli.outcome import OUR_FAILURE, STOPPED, wrong_usage
from grader.cli.output import color, complain, encoding, width, write
from grader.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    grade = commands.add_parser("grade", help="grade a class (for instructors; docs/grading.md)")
    add = grade.add_argument
    add(
        "submissions",
        type=Path,
        metavar="SUBMISSIONS",
        help="what was handed in: a folder or a zip, of any layout",
    )
    add(
        "--out", type=Path, required=True, metavar="DIR", help="where results go, and where verdicts are kept"
    )
    add(
        "--exercises",
        nargs="+",
        default=[],
        metavar="NAME",
        help="these, handed in or not; else those handed in",
    )
    add("--only", nargs="+", default=[], metavar="STUDENT", help="these only: their keys, names or emails")
    add("--roster", type=Path, metavar="CSV", help="who is in the class")
    add(
        "--deadline",
        metavar="TIME",
        help="2026-11-20T23:59, in this machine's zone, or with one: ...T23:59+01:00",
    )
    add(
        "--late-penalty",
        metavar="PART",
        help="10%%/day, 2%%/hour, 20%%/week for each that has begun; or 50%% once",
    )
    add("--overrides", type=Path, metavar="CSV", help="marks set by hand: student, exercise, points, reason")
    add(
        "--manifest",
        type=Path,
        metavar="JSON",
        help="of the release: say who has changed files of the course",
    )
    add("--similarity", action="store_true", help="also look for likely copies")
    add("--force", action="store_true", help="judge again what has a verdict")
    add("--jobs", type=int, metavar="N", help="processes on this machine; a core each, if not given")
    add("--cluster", metavar="ADDRESS", help="the scheduler of a Dask cluster, in the place of processes")
    add("--accept-level", type=int, default=1, metavar="N", help="of isolation, at least; see `doctor`")
    grade.set_defaults(run=_grade)


def _grade(options: argparse.Namespace) -> int:
    from grader.bulk.deadline import NotUnderstood
    from grader.bulk.grade import CannotGrade, grade
    from grader.bulk.progress import progress
    from grader.bulk.request import request_of
    from grader.report.classtable import render_class

    try:
        with wrong_usage(CannotGrade, NotUnderstood):
            catalog = kit.load_catalog()
            request = request_of(options, catalog)
            record = grade(catalog, request, complain, lambda total: progress(total, sys.stderr))
    except KeyboardInterrupt:
        complain(
            f"Stopped. What was judged is kept in {options.out}: the same command (without --force) goes on."
        )
        return STOPPED
    write(
        render_class(
            record,
            files=[str(options.out / name) for name in ("report.html", "gradebook.csv", "feedback")],
            width=width(),
            color=color(),
            encoding=encoding(),
        )
    )
    return OUR_FAILURE if any(mark.state == "error" for row in record.students for mark in row.marks) else 0
