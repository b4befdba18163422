"""What the page's scripts draw from, as compact JSON.

It comes in blocks. The first is read when the page opens: the students, and a few numbers for each mark. The others
(verdicts, messages, timelines; the sources of similar pairs) are read when the first panel opens. Whatever repeats is
kept once and referred to by its place: a class of a thousand has few different verdicts.

All text is shown text: bounded, and without a character that could act (`plain`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec

from grader.classroom import ClassRecord, ExerciseInfo, Mark, Student, StudentRecord, TestInfo
from grader.report.phrases import amount, late_by, percent
from grader.report.plain import shown_line, shown_text
from grader.similarity import Side, Similarity
from grader.verdict import ExerciseVerdict, Span, TestVerdict

Row = list[Any]  # an array of JSON: cheaper than an object, and its places are named in the scripts

MOST_SPANS = 200  # of a timeline
MOST_LABEL_CHARACTERS = 80
MOST_SOURCE_CHARACTERS = 20_000
MOST_SOURCE_LINES = 600
MOST_ALSO = 50  # further students with the same code

LATE, BY_HAND = 1, 2  # the flags of a mark

_STATES = {"graded": "g", "missing": "m", "unclear": "u", "error": "e"}
_NOTHING = -1  # the place of what is not there


def paragraphs(text: str) -> list[list[str]]:
    """An author's text, harmless and bounded. Its paragraphs, each as parts: words, `code`, words, code ..."""
    found = [
        " ".join(shown_line(line) for line in block.split("\n")) for block in shown_text(text).split("\n\n")
    ]
    # A backtick that is never closed is a backtick.
    return [block.split("`") if block.count("`") % 2 == 0 else [block] for block in found]


def overview(record: ClassRecord, needs: Mapping[str, str]) -> bytes:
    """The block that is read when the page opens. `needs`: why a student needs help, by key."""
    names = _Table()
    students = [_student(student, needs, names) for student in record.students]
    exercises = [
        {"number": shown_line(info.number), "title": shown_line(info.title), "max": info.max_points}
        for info in record.exercises
    ]
    return msgspec.json.encode(
        {
            "exercises": exercises,
            "misconceptions": names.rows,
            "students": students,
        }
    )


def details(record: ClassRecord) -> bytes:
    """The block that is read when the first panel opens."""
    return msgspec.json.encode(_Details(record).block())


def evidence(similarity: Similarity, record: ClassRecord) -> bytes:
    """The pairs with their sources, side by side."""
    names = {student.student.key: shown_line(student.student.name) for student in record.students}
    titles = {info.slug: f"{info.number} {info.title}" for info in record.exercises}
    sources = _Table()
    pairs = [
        {
            "exercise": shown_line(titles.get(pair.slug, pair.slug)),
            "sides": [_side(pair.first, names, sources), _side(pair.second, names, sources)],
            "ranges": [[*passage.first, *passage.second] for passage in pair.matches],
        }
        for pair in similarity.pairs
    ]
    return msgspec.json.encode({"note": shown_text(similarity.note), "pairs": pairs, "sources": sources.rows})


class _Table:
    """Rows by their place, each once."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._places: dict[Hashable, int] = {}

    def place(self, key: Hashable, make: Callable[[], Any]) -> int:
        """The place of the row for `key`; it is made when the key is new."""
        place = self._places.get(key)
        if place is None:
            row = make()  # may need places of this table itself
            place = self._places[key] = len(self.rows)
            self.rows.append(row)
        return place

    def text(self, text: str, shown: Callable[[str], str]) -> int:
        """The place of `text` as `shown` makes it."""
        return self.place((shown, text), lambda: shown(text))


def _student(record: StudentRecord, needs: Mapping[str, str], names: _Table) -> dict[str, Any]:
    student = record.student
    return {
        "name": shown_line(student.name or student.key),
        "key": shown_line(student.key),
        "email": shown_line(student.email),
        "section": shown_line(student.section),
        "also": [shown_line(value) for value in student.ids.values()],
        "points": record.points,
        "max": record.max_points,
        "need": needs.get(student.key, ""),
        "problems": len(record.problems),
        "marks": [_mark(mark, names) for mark in record.marks],
    }


def _mark(mark: Mark, names: _Table) -> Row:
    flags = (LATE if mark.late else 0) | (BY_HAND if mark.override else 0)
    name = mark.verdict.misconception if mark.verdict else None
    return [_STATES[mark.state], mark.points, names.text(name, shown_line) if name else _NOTHING, flags]


class _Details:
    """The tables of the second block, filled as the marks are gone through."""

    def __init__(self, record: ClassRecord) -> None:
        self._record = record
        self._texts = _Table()
        self._text("")  # place 0 is "nothing to say"
        self._timelines = _Table()
        self._tests = _Table()
        self._verdicts = _Table()

    def block(self) -> dict[str, Any]:
        return {
            "exercises": [self._exercise(info) for info in self._record.exercises],
            "students": [self._student(student) for student in self._record.students],
            "tests": self._tests.rows,
            "texts": self._texts.rows,
            "timelines": self._timelines.rows,
            "verdicts": self._verdicts.rows,
        }

    def _exercise(self, info: ExerciseInfo) -> dict[str, Any]:
        return {
            "expected": {test.name: self._expected(test) for test in info.tests if test.expected},
            "explanations": {
                shown_line(name): paragraphs(explanation) for name, explanation in info.explanations.items()
            },
        }

    def _expected(self, test: TestInfo) -> Row:
        assert test.expected is not None
        return [test.expected.virtual_seconds, self._timeline(test.expected.timeline)]

    def _student(self, record: StudentRecord) -> dict[str, Any]:
        return {
            "ids": _ids(record.student),
            "problems": [shown_line(problem) for problem in record.problems],
            "marks": [self._mark(mark) for mark in record.marks],
        }

    def _mark(self, mark: Mark) -> Row:
        late = ""
        if mark.late:
            late = f"{late_by(mark.late)}: {percent(mark.late.penalty)} of the points are taken away"
        by_hand = f"{amount(mark.override.points)} points, set by hand" if mark.override else ""
        return [
            self._line(mark.path),
            self._line(mark.digest),
            self._line(_moment(mark.submitted)),
            self._text(mark.problem),
            self._line(late),
            self._line(by_hand),
            self._text(mark.override.reason if mark.override else ""),
            self._verdict(mark.verdict),
        ]

    def _verdict(self, verdict: ExerciseVerdict | None) -> int:
        if verdict is None:
            return _NOTHING
        row = (
            verdict.status,
            verdict.points,
            tuple(self._tests.place(test, partial(self._test, test)) for test in verdict.tests),
        )
        return self._verdicts.place(row, lambda: row)

    def _test(self, test: TestVerdict) -> Row:
        return [
            self._line(test.name),
            self._line(test.title),
            test.status,
            test.points,
            test.max_points,
            test.reason,
            self._text(test.message),
            test.virtual_seconds,
            self._timeline(test.timeline),
        ]

    def _timeline(self, spans: tuple[Span, ...]) -> int:
        return self._timelines.place(spans, lambda: _timeline(spans))

    def _line(self, text: str) -> int:
        return self._texts.text(text, shown_line) if text else 0

    def _text(self, text: str) -> int:
        return self._texts.text(text, shown_text)


def _moment(text: str) -> str:
    """A time in ISO 8601 as people read it: "2026-11-20 18:24:00 UTC"."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC") if moment.tzinfo else text


def _timeline(spans: tuple[Span, ...]) -> Row:
    """The spans that are shown, and how many more there are."""
    kept = [
        [shown_line(span.label, MOST_LABEL_CHARACTERS), span.start, span.end, span.outcome]
        for span in spans[:MOST_SPANS]
    ]
    return [kept, len(spans) - len(kept)]


def _ids(student: Student) -> Iterable[Row]:
    return [[shown_line(system), shown_line(value)] for system, value in sorted(student.ids.items())]


def _side(side: Side, names: Mapping[str, str], sources: _Table) -> dict[str, Any]:
    return {
        "name": names.get(side.key, shown_line(side.key)),
        "also": [names.get(key, shown_line(key)) for key in side.also[:MOST_ALSO]],
        "share": side.share,
        "path": shown_line(side.path),
        "source": sources.text(side.source, _shown_source),
    }


def _shown_source(source: str) -> str:
    return shown_text(source, MOST_SOURCE_CHARACTERS, MOST_SOURCE_LINES)
