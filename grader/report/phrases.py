"""Numbers as people read them, the same in every report of a class."""

from __future__ import annotations

from grader.classroom import Lateness, Mark

_UNITS = (("day", 86_400), ("h", 3_600), ("min", 60), ("s", 1))


def amount(points: float) -> str:
    """Points without superfluous zeros, at most two places: "4", "4.5", "3.33"."""
    return f"{points:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """A share of 1 as "10 %" or "33.3 %"."""
    return f"{amount(round(share * 100, 1))} %"


def duration(seconds: float) -> str:
    """A length of time in its two largest units: "2 days 3 h", "5 min", "12 s"."""
    left = max(int(seconds), 0)
    counts = []
    for unit, length in _UNITS:
        count, left = divmod(left, length)
        plural = "s" if unit == "day" and count != 1 else ""
        counts.append((count, f"{count} {unit}{plural}"))
    first = next((place for place, (count, _) in enumerate(counts) if count), len(counts) - 1)
    return " ".join(text for count, text in counts[first : first + 2] if count) or "0 s"


def late_by(late: Lateness) -> str:
    """How late something came: "2 h 5 min late", or "late" where the course's system says no more."""
    return "late" if late.seconds is None else f"{duration(late.seconds)} late"


def has_mark(mark: Mark) -> bool:
    """Whether there are points to show. Where a person has to decide, or the kit has failed, there are none yet."""
    return mark.override is not None or mark.state in {"graded", "missing"}


def counted(number: int, noun: str) -> str:
    """A number of things in words, as in "1 file" and "2 files"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
