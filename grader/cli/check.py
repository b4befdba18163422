"""`check`: what a student's exercises earn, and why."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from grader.catalog import Catalog, Exercise
from grader.cli import kit
from grader.cli.debug import add_debug, debug
from grader.cli.memory import remembered
from grader.cli.outcome import WrongUsage, wrong_usage
from grader.cli.output import color, encoding, height, width, write
from grader.cli.parser import Commands
from grader.cli.real_time import add_real_time, speed_of

if TYPE_CHECKING:
    from grader.judge.plugin import UnderWay
    from grader.judge.workers import Workers
    from grader.practice import Check

MANY = 20  # exercises: to start another process takes as long as to judge some five


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    check = commands.add_parser("check", help="check exercises, all or those named")
    check.add_argument(
        "names", nargs="*", metavar="NAME", help="a slug, a number (2.1), a chapter (02), or a path"
    )
    check.add_argument("--file", type=Path, metavar="PATH", help="check this file as the one exercise named")
    check.add_argument("--json", action="store_true", help="print one JSON object, and nothing else")
    check.add_argument(
        "--html", type=Path, metavar="FILE", help="also write a page: lesson, task, result, timelines"
    )
    check.add_argument(
        "--key",
        type=Path,
        metavar="FILE",
        help="the key of sealed tests, else in OVERLAP_KEY (for instructors)",
    )
    add_real_time(check)
    add_debug(check)
    check.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    if options.debug:
        return debug(options)
    if options.test is not None:
        raise WrongUsage("--test is for --debug: `check NAME --debug --test TEXT`.")
    from grader.score import exit_code

    _refuse_other_than_html(options.html)
    with kit.judging() as workers:  # first of all: their parent gets ready while this process does
        own = kit.load_catalog()
        catalog, done = _checked(own, options, workers)
    # With sealed tests, the exercises are checked in another place: then it is an instructor who looks.
    is_in_place = options.file is None and catalog.root == own.root and not _is_ci()
    news = remembered(own, done.result) if is_in_place else None
    if options.json:
        import msgspec

        sys.stdout.buffer.write(msgspec.json.encode(done.result) + b"\n")
    else:
        from grader.report.terminal import render_check

        write(
            render_check(
                done.result,
                {exercise.slug: exercise for exercise in catalog.exercises},
                expected=done.expected,
                explanations=done.explanations,
                output=done.output,
                evidence=done.evidence,
                file=str(options.file) if options.file else None,
                has_solutions=(own.root / "solutions").is_dir(),
                news=news,
                width=width(),
                height=height() if sys.stdout.isatty() else None,
                color=color(),
                encoding=encoding(),
            )
        )
    if options.html is not None:
        _write_page(done, own, options.html)
    return exit_code(done.result)


def _checked(own: Catalog, options: argparse.Namespace, workers: Workers) -> tuple[Catalog, Check]:
    """The exercises with the tests that they were checked with, and what came of it."""
    from grader.bulk.manifest import NoManifest
    from grader.practice import check
    from grader.release.released import with_its_tests
    from grader.release.sealed import SealError

    speed = speed_of(options.real_time)
    with (
        wrong_usage(NoManifest, SealError),
        with_its_tests(own, workers, options.key, os.environ) as (catalog, notes),
    ):
        chosen = _chosen(catalog, options.names, options.file)
        if options.file is None and speed is None and len(chosen) >= MANY:
            return catalog, _check_many(catalog, chosen, workers, notes)
        with _live(catalog) if speed is not None and not options.json else nullcontext() as show:
            return catalog, check(
                catalog, chosen, workers, file=options.file, speed=speed, show=show, notes=notes
            )


def _check_many(
    catalog: Catalog, chosen: Sequence[Exercise], workers: Workers, notes: Sequence[str]
) -> Check:
    from grader.bulk.checking import check_side_by_side
    from grader.bulk.executors import cores

    jobs = min(cores(), len(chosen) // (MANY // 2))
    return check_side_by_side(catalog, chosen, workers, jobs, notes=notes)


def _is_ci() -> bool:
    """Whether nobody sits here: GitHub, GitLab and most others set CI."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def _live(catalog: Catalog) -> AbstractContextManager[Callable[[UnderWay, float], None] | None]:
    """What draws the tests as they run, where standard output is a terminal."""
    from grader.cli.live import live
    from grader.cli.moving import can_move

    exercises = {exercise.slug: exercise for exercise in catalog.exercises}
    return live(exercises) if can_move() else nullcontext()


def _write_page(done: Check, catalog: Catalog, path: Path) -> None:
    from grader.handout import read_handout
    from grader.report.checkpage import render_check_page

    exercises = {exercise.slug: exercise for exercise in catalog.exercises}
    page = render_check_page(
        done.result,
        exercises,
        {verdict.slug: read_handout(exercises[verdict.slug]) for verdict in done.result.exercises},
        expected=done.expected,
        explanations=done.explanations,
        output=done.output,
        evidence=done.evidence,
    )
    try:
        path.write_text(page, encoding="utf-8", newline="")
    except OSError as error:
        raise WrongUsage(
            f"{path} cannot be written: {error.strerror}. Give another path to --html."
        ) from None


def _refuse_other_than_html(path: Path | None) -> None:
    """`--html three-scouts` forgets the file, and would check everything; a stub must not be written over."""
    if path is not None and path.suffix.lower() not in {".html", ".htm"}:
        raise WrongUsage(
            f"--html wants a file that ends with .html, and not {path}: `check three-scouts --html page.html`."
        )


def _chosen(catalog: Catalog, names: Sequence[str], file: Path | None) -> tuple[Exercise, ...]:
    chosen = catalog.select(names)
    if file is not None and len(chosen) != 1:
        raise WrongUsage(
            "--file checks one file as one exercise: name exactly one, as in `check three-scouts --file PATH`."
        )
    return chosen
