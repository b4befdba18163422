"""The files of a release, by path: what students receive in clear, and what they do not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from grader import __version__, recording
from grader.catalog import Exercise
from grader.desk.stubs import lines_of
from grader.recording import Recording
from grader.release.public import public_part, public_tests
from grader.release.templates import template

PACKAGE = Path(__file__).parents[1]
NOT_SHIPPED = {".pyc", ".pyo"}


class NotReleasable(Exception):
    """A release cannot be made. The text says which file, why, and what to do."""


def open_files(exercises: Sequence[Exercise]) -> dict[str, bytes]:
    """What students read and write: stubs, lessons, the README, settings of an editor. They may change it."""
    first = exercises[0]
    words = {"slug": first.slug, "number": first.number, "chapter": first.chapter[:2]}
    files = {
        "README.md": template("README.md", **words).encode(),
        ".gitignore": template(".gitignore").encode(),
        ".gitattributes": template(".gitattributes").encode(),
        **_editor_settings(),
    }
    for exercise in exercises:
        files[exercise.shown(exercise.stub)] = _stub(exercise)
        if exercise.lesson.is_file():
            files[exercise.shown(exercise.lesson)] = exercise.lesson.read_bytes()
    return files


def _editor_settings() -> dict[str, bytes]:
    """The kit's own, which are for students."""
    kit = PACKAGE.parent
    return {
        path.relative_to(kit).as_posix(): path.read_bytes() for path in sorted(kit.glob(".vscode/*.json"))
    }


def protected_files(exercises: Sequence[Exercise]) -> dict[str, bytes]:
    """What students run and must not change: the grader, public tests, settings, and how it is started."""
    files = {
        "noxfile.py": template("noxfile.py", slug=exercises[0].slug).encode(),
        "pyproject.toml": _pyproject().encode(),
    }
    licence = PACKAGE.parent / "LICENSE"
    if licence.is_file():
        files["LICENSE"] = licence.read_bytes()
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and path.suffix not in NOT_SHIPPED and "__pycache__" not in path.parts:
            files[path.relative_to(PACKAGE.parent).as_posix()] = path.read_bytes()
    for exercise in exercises:
        files[exercise.shown(exercise.settings)] = exercise.settings.read_bytes()
        files |= _public_files(exercise)
    return files


def hidden_files(root: Path, exercises: Iterable[Exercise]) -> dict[str, bytes]:
    """The hidden tests of `exercises`, whole, and what was recorded with them, below another or the same `root`.

    Raises NotReleasable where an exercise has none there.
    """
    files = {}
    for exercise in exercises:
        folder = exercise.tests.relative_to(exercise.root).as_posix()
        found = sorted((root / folder).glob("test_*.py"))
        if not found:
            raise NotReleasable(
                f"{root / folder}: the hidden tests of {exercise.slug} are not there. Give a folder that has them."
            )
        for path in (*found, root / folder / "recorded.json"):
            if path.is_file():
                files[f"{folder}/{path.name}"] = path.read_bytes()
    return files


def requirements(*, with_cryptography: bool) -> str:
    """What the grader needs, as a requirements file."""
    project = _project()
    wanted = [*project["dependencies"]]
    if with_cryptography:
        wanted += project["optional-dependencies"]["sealed"]
    return "".join(f"{requirement}\n" for requirement in wanted)


def _stub(exercise: Exercise) -> bytes:
    """The stub, if it is still one: somebody may have solved the exercise in its place."""
    lines = lines_of(exercise.stub)
    if not lines or lines != recording.read(exercise.recorded).stub:
        raise NotReleasable(
            f"{exercise.shown(exercise.stub)}: this is not the stub that was recorded, and may hold a solution. "
            "Restore it, or record it anew: nox -s verify -- --record"
        )
    return "\n".join(lines).encode()


def _public_files(exercise: Exercise) -> Iterator[tuple[str, bytes]]:
    names: list[str] = []
    for path in sorted(exercise.tests.glob("test_*.py")):
        source = path.read_text(encoding="utf-8")
        if found := public_tests(source):
            names += found
            yield exercise.shown(path), public_part(source).encode()
    if not names:
        raise NotReleasable(
            f"{exercise.shown(exercise.tests)}: {exercise.slug} has no public test, so students could check nothing. "
            "Mark one: write @pytest.mark.public above it, then nox -s verify -- --record"
        )
    known = recording.read(exercise.recorded)
    # Fingerprints name the hidden tests, and say what they measure.
    expected = {name: known.expected[name] for name in names if name in known.expected}
    public = Recording(known.declared, expected, stub=known.stub)
    yield exercise.shown(exercise.recorded), recording.encode(public)


def _pyproject() -> str:
    project = _project()
    return template(
        "pyproject.toml",
        version=__version__,
        python=project["requires-python"],
        dependencies=_quoted(project["dependencies"]),
        sealed=_quoted(project["optional-dependencies"]["sealed"]),
        watch=_quoted(project["optional-dependencies"]["watch"]),
    )


def _quoted(requirements: Iterable[str]) -> str:
    return "".join(f'    "{requirement}",\n' for requirement in requirements)


def _project() -> dict[str, Any]:
    """The [project] table of the kit itself."""
    file = PACKAGE.parent / "pyproject.toml"
    try:
        project: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))["project"]
    except (OSError, KeyError, ValueError) as error:
        raise NotReleasable(
            f"{file}: the kit's own settings cannot be read: {error}. Make releases from the kit's repository."
        ) from None
    return project
