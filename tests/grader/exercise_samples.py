"""Exercises as the catalog gives them, of a kit that is nowhere: for the tests of what is shown."""

from __future__ import annotations

from pathlib import Path

from grader.catalog import Exercise

ROOT = Path("/kit")


def exercise(chapter, place, title, *, stretch=False):
    slug = title.replace(" ", "-")
    stem = f"{place:02}_{title.replace(' ', '_')}"
    folder = ROOT / "exercises" / chapter
    tests = ROOT / "tests" / "exercises" / chapter / stem
    return Exercise(
        slug=slug,
        number=f"{int(chapter[:2])}.{place}",
        chapter=chapter,
        title=title,
        concept="create_task: start now, await later",
        hints=("one", "two", "three"),
        stretch=stretch,
        root=ROOT,
        stub=folder / f"{stem}.py",
        settings=folder / f"{stem}.toml",
        lesson=folder / "README.md",
        solution=ROOT / "solutions" / chapter / f"{stem}.py",
        tests=tests,
        right=(),
        wrong=(),
        recorded=tests / "recorded.json",
        declared={},
    )


EXERCISES = {
    known.slug: known
    for known in (
        exercise("01_first_steps", 1, "cold start"),
        exercise("01_first_steps", 2, "never awaited"),
        exercise("02_together", 1, "three scouts"),
        exercise("03_sharing", 5, "no permit lost", stretch=True),
    )
}
