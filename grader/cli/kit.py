"""What commands start with: the exercises of this copy of the kit, and processes for its workers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from grader.catalog import load_catalog
from grader.cli.outcome import OurFailure, wrong_usage

if TYPE_CHECKING:
    from grader.judge.workers import Workers

__all__ = ["FOLDER", "judging", "load_catalog", "start_workers"]

FOLDER = Path(__file__).parents[2]  # of this copy of the kit


def start_workers() -> Workers:
    """The workers of this process. First of all: their warm parent gets ready while this process does."""
    from grader.judge.workers import default_workers

    return default_workers()


@contextmanager
def judging(workers: Workers | None = None) -> Iterator[Workers]:
    """Workers to judge with, these or new ones, closed in the end. In the block, what cannot be judged is wrong usage,
    and what cannot judge is our failure."""
    workers = workers or start_workers()
    # Late, since asking for help or misspelling a name should not take half a second.
    from grader.judge.session import JudgeFailed
    from grader.practice import Unusable

    try:
        with wrong_usage(Unusable):
            yield workers
    except JudgeFailed as error:
        raise OurFailure(
            f"The kit's own tests could not run; nothing is wrong with your work.\n{error}"
        ) from None
    finally:
        workers.close()
