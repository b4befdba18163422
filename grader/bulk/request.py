"""What an instructor asks for when a class is graded."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.bulk.deadline import NO_PENALTY, NO_TERMS, Terms, read_deadline, read_penalty
from grader.bulk.executors import cores
from grader.catalog import Catalog, Exercise


@dataclass(frozen=True)
class Request:
    """What the instructor asks for."""

    submissions: Path
    out: Path
    exercises: Sequence[
        Exercise
    ]  # all of the kit where none is named: then those that were handed in are graded
    are_named: bool = False
    students: Sequence[str] = ()  # those alone; see `selection.only`
    roster: Path | None = None
    overrides: Path | None = None
    manifest: Path | None = None  # of the release that the students have received
    terms: Terms = NO_TERMS
    similarity: bool = False
    force: bool = False  # to judge again what has a verdict
    level: int = 1  # of isolation, at least
    jobs: int = 1
    cluster: str | None = None  # the address of a Dask scheduler


def request_of(options: argparse.Namespace, catalog: Catalog) -> Request:
    """The words of the command line, understood. Raises UnknownExercise, and deadline.NotUnderstood."""
    return Request(
        submissions=options.submissions,
        out=options.out,
        exercises=catalog.select(options.exercises),
        are_named=bool(options.exercises),
        students=options.only,
        roster=options.roster,
        overrides=options.overrides,
        manifest=options.manifest,
        terms=Terms(
            read_deadline(options.deadline) if options.deadline else None,
            read_penalty(options.late_penalty) if options.late_penalty else NO_PENALTY,
        ),
        similarity=options.similarity,
        force=options.force,
        level=options.accept_level,
        jobs=max(options.jobs or cores(), 1),
        cluster=options.cluster,
    )
