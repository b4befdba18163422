"""`watch`: one exercise is checked whenever it is saved."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from grader.catalog import Catalog, Exercise
from grader.cli import kit
from grader.cli.outcome import SIGNALLED, wrong_usage
from grader.cli.output import color, encoding, size_now, width, write
from grader.cli.parser import Commands

if TYPE_CHECKING:
    from grader.progress import Progress
    from grader.watch.screen import Style


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    watch = commands.add_parser("watch", help="check an exercise whenever you save it")
    watch.add_argument("name", nargs="?", metavar="NAME", help="where to begin; else where you have left off")
    watch.add_argument(
        "--poll",
        action="store_true",
        help="look at the files five times a second, where the system does not tell that one was saved",
    )
    watch.set_defaults(run=_watch)


def _watch(options: argparse.Namespace) -> int:
    from grader.bulk.manifest import NoManifest
    from grader.release.released import with_its_tests
    from grader.watch.screen import Screen
    from grader.watch.session import Ended, Judge, Session

    judge = Judge(kit.start_workers)  # first of all: their parent gets ready while this process does
    is_screen = sys.stdout.isatty()
    screen = Screen(
        write,
        lambda: _style(is_screen=is_screen),
        can_clear=is_screen,
        has_keys=sys.stdin is not None and sys.stdin.isatty(),
    )
    try:
        # Without a key: a student's own checks are the public ones, and see the files that are being edited.
        with (
            wrong_usage(NoManifest),
            with_its_tests(kit.load_catalog(), judge.workers, None, {}) as (catalog, notes),
        ):
            progress = _progress(catalog)
            first = _first(catalog, options.name, progress)
            Session(catalog, judge, notes, screen, poll=options.poll).run(first, progress)
    except Ended as ended:
        return SIGNALLED + ended.number
    except KeyboardInterrupt:  # it is how one leaves, as well as q
        pass
    finally:
        judge.close()
    return 0


def _style(*, is_screen: bool) -> Style:
    from grader.watch.screen import Style

    columns, lines = size_now() if is_screen else (width(), None)
    return Style(columns, lines, color(), encoding())


def _progress(catalog: Catalog) -> Progress:
    """What is remembered; where that cannot be read, nothing: the first check says why."""
    from grader.progress import NotRemembered, Progress, read_progress

    try:
        return read_progress(catalog.root)
    except NotRemembered:
        return Progress()


def _first(catalog: Catalog, name: str | None, progress: Progress) -> Exercise:
    """The exercise to begin with: of those that `name` means, or of all, the one to go on with."""
    from grader.desk.standing import go_on_with, standings

    standing = standings(catalog, progress)
    among = catalog.find(name) if name else catalog.exercises
    return go_on_with(Catalog(catalog.root, among), standing) or among[0]
