"""Which exercise the name of a file means, and what else the name says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from grader.catalog import Exercise

MAX_NAME = 255  # characters; a longer one means nothing

# What programs add to a name that is already taken: "-1" (Canvas), " (1)" (browsers, Windows), " copy" (macOS).
_COPY = re.compile(
    r"(?:-(?P<dashed>\d{1,6})|[\s_-]*\((?P<bracketed>\d{1,6})\)|[\s_-]*\b(?:copy|kopie|copie|copia)(?:[\s_-]*\d{1,6})?)+",
    re.IGNORECASE,
)
_COPY_OF = re.compile(r"copy[\s_]+of[\s_]+", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A name that means an exercise."""

    slug: str
    rest: str = ""  # what is left of it, without copy marks: "jane_doe" of "jane_doe__01_three_scouts (1)"
    copy: int = 0  # the number of a copy, 0 for none


def exercise_named(stem: str, exercises: Sequence[Exercise]) -> Named | None:
    """The one exercise whose name is in `stem`, a file's name without its ending.

    "01_three_scouts", "three-scouts" and "Three Scouts (1)" are names of one exercise, with nothing left. Where the
    name of one exercise is part of another's, the longer one is meant; where two remain, none is.
    """
    if len(stem) > MAX_NAME:
        return None
    text = unicodedata.normalize("NFC", stem)
    found = [(exercise.slug, match) for exercise in exercises if (match := _pattern(exercise).search(text))]
    longest = [
        (slug, match)
        for slug, match in found
        if not any(slug != other and slug in other for other, _ in found)
    ]
    if len(longest) != 1:
        return None
    ((slug, match),) = longest
    before, after = text[: match.start()], text[match.end() :]
    before = "" if _COPY_OF.fullmatch(before) else before
    copy = 0
    if mark := _COPY.fullmatch(after):
        after = ""
        copy = int(mark["dashed"] or mark["bracketed"] or 0)
    return Named(slug, f"{before} {after}".strip(" _-."), copy)


def without_copy_mark(name: str) -> str:
    """A person's name as it was before a program made it unique; "-17" may belong to a user name."""
    mark = re.search(r"[\s_-]*(?:\(\d{1,6}\)|\b(?:copy|kopie|copie|copia))$", name, re.IGNORECASE)
    return name[: mark.start()] if mark and mark.start() else name


def _pattern(exercise: Exercise) -> re.Pattern[str]:
    """The words of a slug between other words, with the exercise's own number before it or not: another number is
    part of another name, as in "jane-21__three_scouts"."""
    number = exercise.stub.stem[:2].lstrip("0")
    return _compiled(number, exercise.slug)


@lru_cache(maxsize=256)
def _compiled(number: str, slug: str) -> re.Pattern[str]:
    separated = r"[\s_.-]+".join(map(re.escape, slug.split("-")))
    return re.compile(rf"(?<![^\W_])(?:0?{number}[\s_.-])?{separated}(?![^\W_])", re.IGNORECASE)
