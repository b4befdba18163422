"""`new`: the files of a new exercise."""

from __future__ import annotations

import argparse

from grader.cli import kit
from grader.cli.outcome import wrong_usage
from grader.cli.output import write
from grader.cli.parser import Commands


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    new = commands.add_parser("new", help="write a new exercise to be filled in (for authors)")
    new.add_argument("name", metavar="CHAPTER/SLUG", help="as in 02_together/tea-time, or 11_own/tea-time")
    new.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    from grader.scaffold.exercise import NotPossible, write_new_exercise

    catalog = kit.load_catalog()
    with wrong_usage(NotPossible):
        files = write_new_exercise(catalog, options.name)
    slug = next(exercise.slug for exercise in kit.load_catalog().exercises if exercise.stub in files)
    listed = "".join(f"  {path.relative_to(catalog.root).as_posix()}\n" for path in files)
    write(
        f"{listed}It is a small exercise that works. Make it yours: its blanks say FILL IN. Then prove and record it:\n"
        f"  nox -s verify -- {slug} --record\n"
    )
    return 0
