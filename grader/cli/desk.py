"""`list`, `next`, `hint` and `reset`: the student's desk. None of them runs a submission."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from grader.catalog import Catalog, Exercise
from grader.cli import kit
from grader.cli.outcome import WrongUsage, wrong_usage
from grader.cli.output import color, complain, encoding, width, write
from grader.cli.parser import Commands

if TYPE_CHECKING:
    from grader.progress import Progress


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    board = commands.add_parser("list", help="show all exercises, and how far you are")
    board.set_defaults(run=_list)

    coming = commands.add_parser("next", help="show the exercise to go on with")
    coming.set_defaults(run=_next)

    hint = commands.add_parser("hint", help="show one more hint")
    hint.add_argument(
        "name",
        nargs="?",
        metavar="NAME",
        help="a slug, a number (2.1), or a path; else the one to go on with",
    )
    hint.add_argument("--again", action="store_true", help="show those that you have seen, and no other")
    hint.set_defaults(run=_hint)

    reset = commands.add_parser("reset", help="bring an exercise back as it was handed out; keeps a backup")
    add_name(reset)
    reset.set_defaults(run=_reset)


def add_name(command: argparse.ArgumentParser) -> None:
    """Add the name of one exercise to `command`."""
    command.add_argument("name", metavar="NAME", help="a slug, a number (2.1), or a path")


def one_exercise(catalog: Catalog, name: str) -> Exercise:
    """The exercise of this name. Raises UnknownExercise, and WrongUsage where it is a whole chapter."""
    first, *others = catalog.find(name)
    if others:
        raise WrongUsage(
            f"{name} is a chapter. Name one exercise of it, as in {first.slug} or {first.number}."
        )
    return first


def _list(_options: argparse.Namespace) -> int:
    from grader.desk.standing import go_on_with, standings
    from grader.report.desk import render_list

    catalog = kit.load_catalog()
    standing = standings(catalog, _progress(catalog))
    coming = go_on_with(catalog, standing)
    write(render_list(catalog, standing, coming, width=width(), color=color(), encoding=encoding()))
    return 0


def _next(_options: argparse.Namespace) -> int:
    from grader.report.desk import render_next

    write(render_next(_coming(kit.load_catalog()), width=width(), color=color(), encoding=encoding()))
    return 0


def _hint(options: argparse.Namespace) -> int:
    from grader.desk.hints import hints_seen, one_more_hint
    from grader.progress import NotRemembered
    from grader.report.desk import render_hints

    catalog = kit.load_catalog()
    exercise = one_exercise(catalog, options.name) if options.name else _coming(catalog)
    if exercise is None:
        raise WrongUsage("Everything is solved. Name the exercise whose hints you want to see.")
    with wrong_usage(NotRemembered):
        hints = hints_seen(exercise) if options.again else one_more_hint(exercise)
    write(render_hints(exercise, hints, width=width(), color=color(), encoding=encoding()))
    return 0


def _reset(options: argparse.Namespace) -> int:
    from grader.desk.stubs import CannotReset, reset

    exercise = one_exercise(kit.load_catalog(), options.name)
    with wrong_usage(CannotReset):
        backup = reset(exercise)
    write(f"{exercise.shown(exercise.stub)} is as it was handed out.\n")
    if backup is not None:
        write(f"What you had written is in {exercise.shown(backup)}.\n")
    return 0


def _coming(catalog: Catalog) -> Exercise | None:
    from grader.desk.standing import go_on_with, standings

    return go_on_with(catalog, standings(catalog, _progress(catalog)))


def _progress(catalog: Catalog) -> Progress:
    from grader.progress import NotRemembered, Progress, read_progress

    try:
        return read_progress(catalog.root)
    except NotRemembered as error:
        complain(error)
        return Progress()
