"""`play`: how an exercise went, as an animation."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from grader.catalog import Exercise
from grader.cli import kit
from grader.cli.desk import add_name, one_exercise
from grader.cli.outcome import NOT_YET, WrongUsage
from grader.cli.output import color, complain, encoding, height, width, write
from grader.cli.parser import Commands

if TYPE_CHECKING:
    from grader.report.animation import Scene

PICTURES = 20  # in a second
LONGEST = 10.0  # seconds that an animation takes, unless its speed is asked for
LAST_LOOK = 0.6  # seconds in which the end is seen


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    play = commands.add_parser("play", help="replay what your program did, and what is expected")
    add_name(play)
    play.add_argument("--file", type=Path, metavar="PATH", help="play this file in the place of yours")
    play.add_argument(
        "--speed",
        type=float,
        metavar="SPEED",
        help=f"times as fast as real time; if not given, as fast as takes {LONGEST:g} s at the most",
    )
    play.set_defaults(run=_play)


def _play(options: argparse.Namespace) -> int:
    from grader.report.animation import Scene
    from grader.report.focus import test_with_calls

    if options.speed is not None and not 0 < options.speed < 1e9:
        raise WrongUsage("--speed wants a number above 0, as in `play three-scouts --speed 2`.")
    with kit.judging() as workers:
        from grader.practice import check

        catalog = kit.load_catalog()
        exercise = one_exercise(catalog, options.name)
        done = check(catalog, [exercise], workers, file=options.file)
    (verdict,) = done.result.exercises
    test = test_with_calls(verdict, done.expected)
    if test is None:
        complain(_nothing_to_play(exercise))
        return NOT_YET
    expected = done.expected.get((verdict.slug, test.name))
    _show(Scene(exercise.title, test.title, test, expected), options.speed)
    return 0


def _nothing_to_play(exercise: Exercise) -> str:
    return f"Nothing of {exercise.title} has run, so there is nothing to play. Next: nox -s check -- {exercise.slug}"


def _show(scene: Scene, speed: float | None) -> None:
    """Play the scene, where there is a terminal; then print its last picture, which stays."""
    from grader.cli.moving import can_move
    from grader.report.animation import render_last_picture

    if can_move():
        _animate(scene, speed or max(scene.end / LONGEST, 1.0))
    write(render_last_picture(scene, width=width(), color=color(), encoding=encoding()))


def _animate(scene: Scene, speed: float) -> None:
    from grader.cli.moving import moving
    from grader.report.animation import picture

    begin = time.monotonic()
    with moving() as draw:
        while (now := (time.monotonic() - begin) * speed) < scene.end + LAST_LOOK * speed:
            draw(picture(scene, min(now, scene.end), width=width(), height=height(), encoding=encoding()))
            time.sleep(1 / PICTURES)
