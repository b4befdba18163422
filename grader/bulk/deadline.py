"""Late work: when it was due, how late it came, and what that costs."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime

import msgspec

from grader.classroom import Lateness

_UNITS = {"hour": 3600.0, "day": 86_400.0, "week": 604_800.0}
_PENALTY = re.compile(r"(\d+(?:\.\d+)?) ?%(?:/(hour|day|week))?")


class NotUnderstood(ValueError):
    """A deadline or a penalty that cannot be read. The text shows one that can."""


class Penalty(msgspec.Struct, frozen=True):
    """The part of an exercise's points that is taken away: `rate` for each `unit` that has begun, or once."""

    rate: float  # 0.0 to 1.0
    unit: float | None = None  # seconds; None: however late it is

    def of(self, seconds: float | None) -> float:
        """What being late by so much takes, 0.0 to 1.0. None: nobody knows how late it is; that counts as one unit."""
        units = 1 if seconds is None or self.unit is None else math.ceil(seconds / self.unit)
        return min(round(self.rate * units, 6), 1.0)


NO_PENALTY = Penalty(0.0)


class Terms(msgspec.Struct, frozen=True):
    """What the instructor says of late work."""

    deadline: datetime | None = None  # aware
    penalty: Penalty = NO_PENALTY

    def lateness(self, submitted: datetime | None, *, is_marked_late: bool) -> Lateness | None:
        """How late a file is; None where it is not, or where nobody knows better.

        With a deadline and a known time, the time decides. Otherwise the mark of the course's system does.
        """
        if self.deadline is not None and submitted is not None:
            seconds = (submitted - self.deadline).total_seconds()
            return Lateness(seconds, self.penalty.of(seconds)) if seconds > 0 else None
        return Lateness(None, self.penalty.of(None)) if is_marked_late else None

    @property
    def in_words(self) -> str:
        """The deadline with its zone, and in UTC too; empty where there is none."""
        if self.deadline is None:
            return ""
        return f"{self.deadline:%Y-%m-%d %H:%M} (UTC{self.deadline:%z}), {self.deadline.astimezone(UTC):%H:%M} UTC"


NO_TERMS = Terms()


def read_deadline(text: str) -> datetime:
    """A time such as 2026-11-20T23:59+01:00. Without an offset it is in the zone of this machine. Raises
    NotUnderstood."""
    try:
        deadline = datetime.fromisoformat(text)
        deadline = deadline if deadline.tzinfo is not None else deadline.astimezone()
    except (ValueError, OverflowError, OSError):
        deadline = None
    if (
        deadline is None or ":" not in text
    ):  # a day alone would mean its first moment; hardly anybody means that
        raise NotUnderstood(
            f"{text!r} is no time. Write the deadline as 2026-11-20T23:59, which is in this machine's zone, "
            "or as 2026-11-20T23:59+01:00."
        )
    return deadline


def read_penalty(text: str) -> Penalty:
    """A penalty such as 10%/day, 2%/hour, or 50% however late it is. Raises NotUnderstood."""
    match = _PENALTY.fullmatch(text.strip())
    rate = float(match[1]) / 100 if match else 2.0
    if match is None or rate > 1:
        raise NotUnderstood(f"{text!r} is no penalty. Write 10%/day, 2%/hour, 20%/week, or 50% once.")
    return Penalty(rate, _UNITS[match[2]] if match[2] else None)
