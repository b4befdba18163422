"""The exercises there are, found by the folders that they live in.

Students own `exercises/`: a stub is what they edit, and it may be broken or gone. So the exercises are counted by both
`exercises/` and `tests/exercises/`, no stub is ever run here, and what a stub declared when its author recorded it wins
over what it says now.
"""

from __future__ import annotations

import ast
import builtins
import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec

Kind = Literal["async", "def", "class", "async generator"]

_NUMBERED = re.compile(r"(\d\d)_([a-z0-9_]+)")


class CatalogError(Exception):
    """A file of an exercise is missing or wrong: which, why, and what its author does next."""


class UnknownExercise(LookupError):
    """Nothing is called so. `name` is what was asked for, `nearest` the names that look like it."""

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        self.name = name
        self.nearest = nearest
        if nearest:
            advice = f"Did you mean {' or '.join(nearest)}?"
        else:
            advice = "Names look like three-scouts, 2.1, 02, together, or the path of a stub."
        super().__init__(f"There is no exercise called {name!r}. {advice}")


class Declaration(msgspec.Struct, frozen=True):
    """One name that a submission must define: what kind of thing it is, and where the stub declares it."""

    kind: Kind
    line: int
    parameters: str | None  # "ask: Asker, stations: list[str]", without parentheses; None for a class


class Exercise(msgspec.Struct, frozen=True):
    """One exercise: what its author says of it, and where its files are (absolute paths; not all need exist)."""

    slug: str  # "three-scouts"
    number: str  # "2.1": chapter, and place in the chapter
    chapter: str  # the chapter's folder: "02_together"
    title: str
    concept: str
    hints: tuple[str, ...]
    stretch: bool
    root: Path  # the kit's
    stub: Path  # what the student edits
    settings: Path
    lesson: Path
    solution: Path
    tests: Path  # the folder of the hidden tests
    right: tuple[Path, ...]
    wrong: tuple[Path, ...]
    recorded: Path
    declared: Mapping[str, Declaration]

    def shown(self, path: Path) -> str:
        """`path` as people read and type it: from the root of the kit, with slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


class Catalog(msgspec.Struct, frozen=True):
    """All exercises, in the order of the curriculum."""

    root: Path
    exercises: tuple[Exercise, ...]

    def find(self, name: str) -> tuple[Exercise, ...]:
        """The exercises that `name` means: one by its slug, its number ("2.1") or the path of its stub; a whole
        chapter by its number ("02"), its name, the beginning of its name, or the path of its folder.

        Raises UnknownExercise, which offers the nearest names.
        """
        word = name.strip()
        for key in (word, word.lower().replace("_", "-")):
            if found := tuple(exercise for exercise in self.exercises if key in _names(exercise)):
                return found
        for place in (Path(word).absolute(), self.root / word):
            if found := tuple(e for e in self.exercises if place.resolve() in {e.stub, e.stub.parent}):
                return found
        if word and (found := self._chapter_beginning_with(word.lower().replace("_", "-"))):
            return found
        names = sorted({name for exercise in self.exercises for name in _names(exercise)})
        stem = Path(word).stem.lower().replace("_", "-")
        raise UnknownExercise(name, tuple(difflib.get_close_matches(stem, names, n=3)))

    def select(self, names: Iterable[str]) -> tuple[Exercise, ...]:
        """What `names` mean together, each exercise once, in the order of the curriculum; all when there are none.

        Raises UnknownExercise.
        """
        wanted = {exercise.slug for name in names for exercise in self.find(name)}
        return tuple(e for e in self.exercises if e.slug in wanted) if wanted else self.exercises

    def _chapter_beginning_with(self, start: str) -> tuple[Exercise, ...]:
        chapters = {
            exercise.chapter
            for exercise in self.exercises
            if any(name.startswith(start) for name in chapter_names(exercise.chapter))
        }
        return tuple(e for e in self.exercises if e.chapter in chapters) if len(chapters) == 1 else ()


def load_catalog(root: Path | None = None) -> Catalog:
    """Read the exercises under `root`; without it, those of the kit that this package is part of.

    Raises CatalogError.
    """
    root = (root or Path(__file__).parents[1]).resolve()
    exercises = tuple(_read_exercise(root, chapter, stem) for chapter, stem in sorted(_find_exercises(root)))
    if not exercises:
        raise CatalogError(
            f"{root / 'exercises'}: no exercise was found. An exercise is NN_chapter/NN_slug.py with its .toml; "
            "look whether this is the kit's own folder."
        )
    for name in ("slug", "number"):
        _refuse_duplicates(name, exercises)
    return Catalog(root, exercises)


def read_declarations(source: str) -> dict[str, Declaration]:
    """What a stub declares, by name: the public functions whose first statement raises NotImplementedError, the
    classes with such a method, and the exceptions. Helpers and demos are not declarations.

    Raises SyntaxError, or ValueError for a null byte.
    """
    module = ast.parse(source)
    return {
        node.name: Declaration(_kind(node), node.lineno, _parameters(node))
        for node in module.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and _is_to_be_written(node)
    }


class _Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: Annotated[str, msgspec.Meta(min_length=1)]
    concept: Annotated[str, msgspec.Meta(min_length=1)]
    hints: Annotated[tuple[str, ...], msgspec.Meta(min_length=1, max_length=3)]
    stretch: bool = False


class _Recorded(msgspec.Struct, frozen=True):
    """What the catalog needs of a recording; `recording` knows the rest."""

    declared: dict[str, Declaration] | None = None


def _find_exercises(root: Path) -> set[tuple[str, str]]:
    """(chapter, stem) pairs: whoever deletes a stub must not make its points disappear."""
    found = set()
    for chapter in root.glob("exercises/*/"):
        found |= {(chapter.name, file.stem) for file in chapter.iterdir() if file.suffix in {".py", ".toml"}}
    for chapter in root.glob("tests/exercises/*/"):
        found |= {(chapter.name, folder.name) for folder in chapter.iterdir() if folder.is_dir()}
    return {pair for pair in found if all(_NUMBERED.fullmatch(name) for name in pair)}


def _read_exercise(root: Path, chapter: str, stem: str) -> Exercise:
    folder = root / "exercises" / chapter
    tests = root / "tests" / "exercises" / chapter / stem
    settings = _read_settings(folder / f"{stem}.toml")
    if not any(tests.glob("test_*.py")):
        raise CatalogError(
            f"{tests}: there is no hidden test for {stem}. Add test_*.py there (docs/authoring.md shows one), "
            f"or remove exercises/{chapter}/{stem}.*"
        )
    recorded = tests / "recorded.json"
    return Exercise(
        slug=stem[3:].replace("_", "-"),
        number=f"{int(chapter[:2])}.{int(stem[:2])}",
        chapter=chapter,
        title=settings.title,
        concept=settings.concept,
        hints=settings.hints,
        stretch=settings.stretch,
        root=root,
        stub=folder / f"{stem}.py",
        settings=folder / f"{stem}.toml",
        lesson=folder / "README.md",
        solution=root / "solutions" / chapter / f"{stem}.py",
        tests=tests,
        right=tuple(sorted(tests.glob("right/*.py"))),
        wrong=tuple(sorted(tests.glob("wrong/*.py"))),
        recorded=recorded,
        declared=_declared(recorded, folder / f"{stem}.py"),
    )


def _read_settings(path: Path) -> _Settings:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Settings)
    except FileNotFoundError:
        problem, step = "it is missing", "Write it: title, concept, hints (docs/authoring.md shows one)."
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problem, step = f"it is not TOML: {error}", "Mend that place."
    except msgspec.ValidationError as error:
        problem, step = str(error), "It holds title, concept, one to three hints, and may say stretch."
    raise CatalogError(f"{path}: {problem}. {step}")


def _declared(recorded: Path, stub: Path) -> Mapping[str, Declaration]:
    try:
        declared = msgspec.json.decode(recorded.read_bytes(), type=_Recorded).declared
    except FileNotFoundError:
        declared = None
    except msgspec.DecodeError as error:
        raise CatalogError(
            f"{recorded}: it cannot be read: {error}. Delete it, then write it anew: nox -s verify -- --record"
        ) from None
    if declared is not None:
        return declared
    if not stub.is_file():  # gone; or a pipe, which would never end
        return {}
    try:
        return read_declarations(stub.read_text(encoding="utf-8"))
    except (OSError, ValueError, SyntaxError):
        return {}  # it may be a student's: what is wrong with it is for the check of this one exercise to say


def _refuse_duplicates(name: str, exercises: tuple[Exercise, ...]) -> None:
    seen: dict[str, Exercise] = {}
    for exercise in exercises:
        first = seen.setdefault(getattr(exercise, name), exercise)
        if first is not exercise:
            raise CatalogError(
                f"{exercise.settings}: its {name} {getattr(exercise, name)!r} is also that of {first.settings}. "
                "Rename the files of one of them."
            )


def _names(exercise: Exercise) -> set[str]:
    stem = exercise.stub.stem.replace("_", "-")
    return {exercise.slug, exercise.number, f"{exercise.chapter[:2]}.{stem[:2]}", stem} | chapter_names(
        exercise.chapter
    )


def chapter_names(chapter: str) -> set[str]:
    """What a chapter may be called: of 02_together, these are 02, 2, together and 02-together."""
    number, name = chapter[:2], chapter[3:].replace("_", "-")
    return {number, str(int(number)), name, f"{number}-{name}"}


def _kind(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Kind:
    if isinstance(node, ast.ClassDef):
        return "class"
    if isinstance(node, ast.FunctionDef):
        return "def"
    yields = any(isinstance(inner, ast.Yield) for inner in _own_nodes(node))
    promised = ast.unparse(node.returns).partition("[")[0].rpartition(".")[2] if node.returns else ""
    if yields or promised in {"AsyncIterator", "AsyncGenerator", "AsyncIterable"}:
        return "async generator"
    return "async"


def _own_nodes(function: ast.AsyncFunctionDef) -> Iterator[ast.AST]:
    """What is in the function, and not in a function inside it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str | None:
    return None if isinstance(node, ast.ClassDef) else ast.unparse(node.args)


def _is_to_be_written(node: ast.stmt) -> bool:
    if isinstance(node, ast.ClassDef):
        return _is_exception(node) or any(_is_to_be_written(inner) for inner in node.body)
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    has_docstring = ast.get_docstring(node) is not None
    first = node.body[1] if has_docstring and len(node.body) > 1 else node.body[0]
    if not isinstance(first, ast.Raise) or first.exc is None:
        return False
    raised = first.exc.func if isinstance(first.exc, ast.Call) else first.exc
    return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"


def _is_exception(node: ast.ClassDef) -> bool:
    bases = (getattr(builtins, base.id, None) for base in node.bases if isinstance(base, ast.Name))
    return any(isinstance(base, type) and issubclass(base, BaseException) for base in bases)
