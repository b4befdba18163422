"""What commands start with: the exercises of this copy of the kit, and processes for its workers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grader.catalog import load_catalog

if TYPE_CHECKING:
    from grader.judge.workers import Workers

__all__ = ["FOLDER", "load_catalog", "start_workers"]

FOLDER = Path(__file__).parents[2]  # of this copy of the kit


def start_workers() -> Workers:
    """The workers of this process. First of all: their warm parent gets ready while this process does."""
    from grader.judge.workers import default_workers

    return default_workers()
