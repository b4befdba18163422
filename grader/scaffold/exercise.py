"""The files of a new exercise, written where the catalog looks for them."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

from grader.catalog import Catalog, chapter_names

TEMPLATES = Path(__file__).with_name("templates")
SUFFIX = ".template"

_CHAPTER = re.compile(r"\d\d_[a-z][a-z0-9_]*")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class NotPossible(Exception):
    """Nothing can be written under this name. The text says why, and what to do instead."""


def write_new_exercise(catalog: Catalog, name: str) -> list[Path]:
    """Write the exercise `name`, "02_together/tea-time", as the last one of its chapter; return the files.

    The chapter is one that there is, in any of its names, or a new folder with its number; a new one gets a lesson.
    What is written works as it is and has blanks in its texts, which `verify` finds. Raises NotPossible.
    """
    chapter, slug = _chapter_and_slug(catalog, name)
    stem = f"{_next_place(catalog, chapter):02}_{slug.replace('-', '_')}"
    words = {"function": slug.replace("-", "_"), "title": slug.replace("-", " "), "slug": slug}
    words |= {"Title": words["title"].capitalize(), "chapter": str(int(chapter[:2])), "stem": stem}
    written = []
    for template, path in _places(catalog.root, chapter, stem):
        text = Template(template.read_text(encoding="utf-8")).substitute(words)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _chapter_and_slug(catalog: Catalog, name: str) -> tuple[str, str]:
    word, _, slug = name.strip().rpartition("/")
    slug = slug.lower().replace("_", "-").removesuffix(".py")
    slug = re.sub(r"^\d\d-", "", slug)  # its number is the next free one
    if not word or not _SLUG.fullmatch(slug):
        raise NotPossible(
            f"{name!r} is no name for an exercise: write a chapter and a slug, as in 02_together/tea-time."
        )
    taken = next((exercise for exercise in catalog.exercises if exercise.slug == slug), None)
    if taken is not None:
        raise NotPossible(
            f"There is an exercise {slug} already: {taken.shown(taken.stub)}. Choose another slug."
        )
    return _chapter(catalog, word), slug


def _chapter(catalog: Catalog, word: str) -> str:
    chapter = word.removeprefix("exercises/").strip("/")
    there = {exercise.chapter for exercise in catalog.exercises}
    if chapter in there:
        return chapter
    found = {name for name in there if chapter.lower().replace("_", "-") in chapter_names(name)}
    if found:
        return found.pop()
    if not _CHAPTER.fullmatch(chapter):
        raise NotPossible(
            f"There is no chapter {chapter!r}. There are {', '.join(sorted(there))}; "
            "a new one is a number and a name, as in 11_own."
        )
    same_number = next((name for name in sorted(there) if name[:2] == chapter[:2]), None)
    if same_number is not None:
        raise NotPossible(f"Chapter {chapter[:2]} is {same_number}. Give the new one a number of its own.")
    return chapter


def _next_place(catalog: Catalog, chapter: str) -> int:
    places = [int(exercise.stub.stem[:2]) for exercise in catalog.exercises if exercise.chapter == chapter]
    return max(places, default=0) + 1


def _places(root: Path, chapter: str, stem: str) -> list[tuple[Path, Path]]:
    """(template, file) pairs."""
    exercises, tests = root / "exercises" / chapter, root / "tests" / "exercises" / chapter / stem
    slug = stem[3:]
    places = {
        "stub.py": exercises / f"{stem}.py",
        "settings.toml": exercises / f"{stem}.toml",
        "solution.py": root / "solutions" / chapter / f"{stem}.py",
        "hidden_tests.py": tests / f"test_{slug}.py",
    }
    for kind in ("right", "wrong"):
        for template in sorted(TEMPLATES.glob(f"{kind}.*{SUFFIX}")):
            name = template.name.removesuffix(SUFFIX)
            places[name] = tests / kind / name.removeprefix(f"{kind}.")
    if not (exercises / "README.md").exists():
        places["lesson.md"] = exercises / "README.md"
    return [(TEMPLATES / f"{name}{SUFFIX}", path) for name, path in places.items()]
