"""A plugin of pytest that shows each exercise as a test, for the test view of an editor: `.vscode/settings.json`.

    python -m pytest -c pyproject.toml --noconftest -p grader.testview exercises

The test stands in the exercise's own file. It runs `check` and fails with its report; an exercise that nobody has begun
is skipped. Hidden tests are in no process of pytest's.
"""

from __future__ import annotations

import functools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.catalog import Exercise, load_catalog
from grader.desk.stubs import is_as_handed_out
from grader.editor import without_editor

KIT = Path(__file__).parents[1]


class NotSolved(Exception):
    """The report of a check."""


class ExerciseFile(pytest.File):
    """The file of an exercise."""

    def collect(self) -> Iterator[pytest.Item]:
        """Its one test."""
        exercise = _exercises()[self.path]
        yield Check.from_parent(self, name=exercise.slug, exercise=exercise)


class Check(pytest.Item):
    """The check of an exercise."""

    def __init__(self, *, exercise: Exercise, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._exercise = exercise

    def runtest(self) -> None:
        """Check it. Raises NotSolved."""
        if is_as_handed_out(self._exercise):
            pytest.skip("not begun yet")
        command = [sys.executable, "-m", "grader", "check", self._exercise.slug]
        environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
        with without_editor():
            done = subprocess.run(command, cwd=KIT, env=environment, capture_output=True, check=False)  # noqa: S603 (a slug of the kit)
        if done.returncode:
            raise NotSolved((done.stdout + done.stderr).decode("utf-8", "replace"))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: object) -> str:
        """The report, and no traceback of this plugin."""
        return str(excinfo.value) if excinfo.errisinstance(NotSolved) else str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where an editor shows it: at the head of the file."""
        return self.path, 0, self._exercise.title


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ExerciseFile | None:
    """Take the files of exercises, and no other."""
    return ExerciseFile.from_parent(parent, path=file_path) if file_path in _exercises() else None


@functools.cache
def _exercises() -> dict[Path, Exercise]:
    return {exercise.stub: exercise for exercise in load_catalog(KIT).exercises}
