"""What was seen of a submission: calls over the border, and what it printed and blocked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from grader.sim.limits import LIMITS, Limits
from grader.verdict import Span

TOLERANCE = 1e-6  # seconds
LABEL_LENGTH = 30  # characters
TIMELINE_LENGTH = 1000  # calls of a test that are drawn


def text_of(thing: Any, make: Callable[[Any], str] = repr) -> str:
    """What `make` (repr or str) says of a value of the submission. Some have no text, as an int of too many digits or
    an error whose parts are not those that its text is made of."""
    try:
        return make(thing)
    except Exception:
        return f"a value of type {type(thing).__name__} that cannot be shown"


def printable(text: str) -> str:
    """`text` without lone surrogates, which neither JSON nor a terminal takes."""
    return text.encode("utf-8", "backslashreplace").decode()


class Seconds(float):
    """A moment or a duration in virtual seconds. Equal means: within a microsecond."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, int | float) and abs(self - other) <= TOLERANCE

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(round(float(self), 5))


class Elapsed(Seconds):
    """How long the test has taken so far."""


@dataclass
class Call:
    """One call over the border. Times are virtual seconds; `end` is None while it runs."""

    name: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    start: Seconds
    end: Seconds | None = None
    outcome: Literal["ok", "failed", "cancelled", "running"] = "running"
    value: Any = None
    error: BaseException | None = None

    @property
    def label(self) -> str:
        """What the timeline calls it: the name, and the arguments that are short data."""
        words = [
            self.name,
            *(word for argument in (*self.args, *self.kwargs.values()) if (word := _word(argument))),
        ]
        label = printable(" ".join(words))
        return label if len(label) <= LABEL_LENGTH else label[: LABEL_LENGTH - 1] + "…"

    @property
    def span(self) -> Span:
        """The call as a bar of the timeline."""
        end = None if self.end is None else round(float(self.end), 6)
        return Span(self.label, round(float(self.start), 6), end, self.outcome)


@dataclass(frozen=True)
class Block:
    """The submission blocked its loop: when (virtual seconds), for how long, and on which line."""

    start: Seconds
    seconds: Seconds
    line: int


class Asked(NamedTuple):
    """A call of the submission that the test has made."""

    name: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]


@dataclass
class Records:
    """All that was seen in one test."""

    calls: list[Call] = field(default_factory=list)
    blocked: list[Block] = field(default_factory=list)
    limits: Limits = LIMITS
    printed: list[tuple[float, str]] = field(default_factory=list)
    kept_output: int = 0  # characters
    dropped_output: int = 0
    not_implemented: NotImplementedError | None = None  # the stub's, wherever it has come out
    made_before_the_first_body: int = 0  # coroutine objects of the world's functions
    counts: Mapping[str, int] = field(default_factory=dict)  # tasks, locks and executor jobs made
    asked: Asked | None = None  # of the submission, the last of so many calls
    times_asked: int = 0

    def note_output(self, seconds: float, text: str) -> None:
        """Keep what was printed, up to the limit."""
        text = printable(text)
        kept = text[: self.limits.output - self.kept_output]
        if kept:
            self.printed.append((seconds, kept))
        self.kept_output += len(kept)
        self.dropped_output += len(text) - len(kept)

    def note_asked(self, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
        """The test calls a function of the submission, or a method of its class."""
        self.asked = Asked(name, args, kwargs)
        self.times_asked += 1

    @property
    def timeline(self) -> tuple[Span, ...]:
        """The first calls as bars, by start; equal starts by label, since their order may be chance."""
        spans = sorted((call.span for call in self.calls), key=lambda span: (span.start, span.label))
        return tuple(spans[:TIMELINE_LENGTH])


def _word(argument: Any) -> str:
    if isinstance(argument, str):
        return argument
    return text_of(argument) if type(argument) in (bool, int, float, bytes, type(None)) else ""
