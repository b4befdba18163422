"""`ci`: grade a push, or an upload."""

from __future__ import annotations

import argparse
import os
from contextlib import closing
from pathlib import Path

from grader.cli import kit
from grader.cli.output import write
from grader.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    ci = commands.add_parser("ci", help="grade a push; the workflow of a release runs it")
    ci.add_argument("work", type=Path, metavar="WORK", help="the student's checkout")
    ci.add_argument("--hidden", type=Path, metavar="DIR", help="a checkout that has the hidden tests")
    ci.add_argument("--classroom50", action="store_true", help="write result.json for Classroom 50")
    ci.add_argument(
        "--gradescope",
        type=Path,
        metavar="FILE",
        help="WORK is an upload: write Gradescope's results.json there",
    )
    ci.add_argument("--accept-level", type=int, default=1, metavar="N", help="of isolation, for --gradescope")
    ci.set_defaults(run=_ci)


def _ci(options: argparse.Namespace) -> int:
    from grader.release import upload
    from grader.release.ci import Push, run

    with closing(kit.start_workers()) as workers:
        if options.gradescope is not None:
            return upload.run(
                options.work, options.gradescope, kit.FOLDER, workers, write, level=options.accept_level
            )
        push = Push(options.work, kit.FOLDER, options.hidden)
        return run(push, workers, os.environ, write, is_classroom50=options.classroom50)
