"""Small kits for tests: exercises with hidden tests and submissions, in a folder of their own."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.catalog import Catalog, load_catalog
from grader.judge.plugin import Report, Source
from grader.judge.session import judge
from grader.judge.workers import Workers
from grader.practice import Check, check
from grader.verdict import ExerciseVerdict
from grader.verify import Proof, verify

PROJECT = Path(__file__).parents[2]
SETTINGS = 'title = "a probe"\nconcept = "none"\nhints = ["Look again."]\n'


def dedented(text: str) -> str:
    """Source that a test holds in an indented block, as a file holds it."""
    return textwrap.dedent(text).removeprefix("\n")


@dataclass
class Kit:
    """A kit under `root`, whose submissions run in `workers`."""

    root: Path
    workers: Workers

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file, and the folders that it needs."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else dedented(content).encode())
        return file

    def add(
        self,
        tests: str,
        *,
        path: str = "01_probes/01_probe",
        stub: str = 'async def run(say):\n    """Run."""\n    raise NotImplementedError\n',
        solution: str | None = None,
        right: Mapping[str, str] | None = None,
        wrong: Mapping[str, str] | None = None,
    ) -> Kit:
        """Add an exercise: `tests` are its hidden tests, `right` and `wrong` are submissions by name."""
        self.write(f"exercises/{path}.toml", SETTINGS)
        self.write(f"exercises/{path}.py", stub)
        self.write(
            f"tests/exercises/{path}/test_{Path(path).name[3:]}.py", f"import pytest\n\n{dedented(tests)}"
        )
        if solution is not None:
            self.write(f"solutions/{path}.py", solution)
        for kind, sources in (("right", right), ("wrong", wrong)):
            for name, source in (sources or {}).items():
                self.write(f"tests/exercises/{path}/{kind}/{name}.py", source)
        return self

    @property
    def catalog(self) -> Catalog:
        """What there is now."""
        return load_catalog(self.root)

    def judge(self, *sources: str | bytes, name: str = "probe", filename: str = "probe.py") -> list[Report]:
        """The reports of all tests of the exercise `name`, for one source after the other."""
        (exercise,) = self.catalog.find(name)
        reports: list[Report] = []
        judge(
            [exercise],
            [Source(exercise.slug, _bytes(source), filename) for source in sources],
            self.workers,
            on_report=lambda source, found: reports.extend(found),
        )
        forget_hidden_tests()
        return reports

    def check(self, *names: str, **options: Any) -> Check:
        """What `check` says of the exercises `names`, or of all."""
        catalog = self.catalog
        try:
            return check(catalog, catalog.select(names), self.workers, **options)
        finally:
            forget_hidden_tests()

    def check_file(self, content: str | bytes, name: str = "probe") -> ExerciseVerdict:
        """What `check` says of a file with this content."""
        return self.check(name, file=self.write("handed_in/probe.py", content)).result.exercises[0]

    def verify(self, *, record: bool = False) -> list[Proof]:
        """What `verify` says of all exercises."""
        catalog = self.catalog
        try:
            return verify(catalog, catalog.exercises, self.workers, record=record)
        finally:
            forget_hidden_tests()


def said(report: Report) -> list[Any]:
    """What a submission has said in a test: the first argument of each call of the world."""
    return [call.args[0] for call in report.records.calls]


def _bytes(source: str | bytes) -> bytes:
    return source if isinstance(source, bytes) else dedented(source).encode()


def forget_hidden_tests() -> None:
    """Hidden tests of the next kit may have the same module names."""
    for name in [name for name in sys.modules if name.split(".")[0] == "tests"]:
        del sys.modules[name]
