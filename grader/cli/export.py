"""`export`: results, in another system's format."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.cli.outcome import OUR_FAILURE, WrongUsage, wrong_usage
from grader.cli.output import complain
from grader.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    export = commands.add_parser(
        "export", help="write results for another system: an LMS, a CI, another grader"
    )
    export.add_argument("format", metavar="FORMAT", help="github, gradescope, canvas, moodle, junit ...")
    export.add_argument(
        "--from",
        dest="source",
        required=True,
        metavar="RESULTS",
        help="the folder of a graded class, a file written by `check --json`, or - for standard input",
    )
    export.add_argument(
        "--into", type=Path, metavar="FILE", help="where to write; standard output, if not given"
    )
    export.add_argument(
        "--sheet", type=Path, metavar="FILE", help="canvas, moodle: the downloaded file to fill in"
    )
    export.add_argument("--column", metavar="TITLE", help="canvas, moodle: the column that takes the marks")
    export.add_argument(
        "--exercise", metavar="NAME", help="canvas, moodle: marks of this exercise, not the total"
    )
    export.add_argument(
        "--scale", action="store_true", help="canvas, moodle: convert to the points given there"
    )
    export.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    from grader.export import FORMATS, NotExportable, Wishes, export
    from grader.formats.settled import NotGraded

    if options.format not in FORMATS:
        raise WrongUsage(f"There is no format {options.format}. There are: {', '.join(FORMATS)}.")
    wishes = Wishes(options.into, options.sheet, options.column, options.exercise, options.scale)
    try:
        with wrong_usage(NotExportable):
            notes = export(options.format, options.source, wishes)
    except NotGraded as error:
        complain(error)
        return OUR_FAILURE
    for note in notes:
        complain(note)  # standard output may be the file itself
    return 0
