"""The screens of the student's desk: the board, what comes next, hints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from grader.catalog import Catalog, Exercise
from grader.desk.hints import Hints
from grader.desk.standing import Standing
from grader.report.lines import CHECK, HINT, Lines, rendered, spoken
from grader.report.phrases import counted


def render_list(
    catalog: Catalog,
    standing: Mapping[str, Standing],
    coming: Exercise | None,
    *,
    width: int = 80,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """The board of all exercises by chapter. `standing` by slug; `coming` is the exercise to go on with."""
    return rendered(_Screen(max(width, 40), encoding).board(catalog, standing, coming), color=color)


def render_next(
    exercise: Exercise | None, *, width: int = 80, color: bool = False, encoding: str = "utf-8"
) -> str:
    """The exercise to go on with: what it is about, and its files; None where nothing is left."""
    return rendered(_Screen(max(width, 40), encoding).next(exercise), color=color)


def render_hints(
    exercise: Exercise, hints: Hints, *, width: int = 80, color: bool = False, encoding: str = "utf-8"
) -> str:
    """The hint that is new; where none is, all that were shown."""
    return rendered(_Screen(max(width, 40), encoding).hints(exercise, hints), color=color)


class _Screen(Lines):
    # The board

    def board(
        self, catalog: Catalog, standing: Mapping[str, Standing], coming: Exercise | None
    ) -> Iterator[Text]:
        done = _solved(catalog.exercises, standing)
        yield Text()
        yield self.spread(Text("Overlap", "bold"), Text(f"{done} of {len(catalog.exercises)} solved", "bold"))
        for chapter in dict.fromkeys(exercise.chapter for exercise in catalog.exercises):
            exercises = [exercise for exercise in catalog.exercises if exercise.chapter == chapter]
            done = _solved(exercises, standing)
            style = "green" if done == len(exercises) else "dim"
            yield Text()
            yield self.spread(Text(spoken(chapter), "bold"), Text(f"{done} of {len(exercises)}", style))
            for exercise in exercises:
                yield self.board_line(exercise, standing[exercise.slug], is_coming=exercise == coming)
        yield Text()
        if any(exercise.stretch for exercise in catalog.exercises):
            yield from self.wrapped(f"{self.glyphs.star} a stretch: optional", 3)
        yield from self.wrapped("`nox -s next` says how to go on, `nox -s check` what each of them earns.", 3)
        yield Text()

    def board_line(self, exercise: Exercise, standing: Standing, *, is_coming: bool) -> Text:
        glyph, style, words = {
            "solved": (self.glyphs.passed, "green", "solved"),
            "begun": (self.glyphs.partly, "yellow", "begun"),
            "untouched": (self.glyphs.untouched, "dim", "not begun"),
        }[standing]
        shade = "bold" if is_coming else "dim" if standing == "untouched" else ""
        left = Text.assemble(
            (self.glyphs.pointer if is_coming else " ", "bold"),
            " ",
            (glyph, style),
            (f" {exercise.number:<5}{self.clean(exercise.title)}", shade),
        )
        if exercise.stretch:
            left.append(f" {self.glyphs.star}", "dim")
        return self.spread(left, Text("next" if is_coming and standing == "untouched" else words, style))

    # What comes next

    def next(self, exercise: Exercise | None) -> Iterator[Text]:
        yield Text()
        if exercise is None:
            yield from self.wrapped(
                "Everything is solved. Each lesson says at its end where to read more.", 1
            )
            yield Text()
            return
        yield self.spread(self.title(exercise), Text(exercise.number, "bold"))
        yield Text()
        yield from self.wrapped(self.clean(exercise.concept), 3)
        yield Text()
        yield from self.steps(exercise)
        yield Text()

    # Hints

    def hints(self, exercise: Exercise, hints: Hints) -> Iterator[Text]:
        yield Text()
        yield self.spread(self.title(exercise), Text(_count(hints), "bold"))
        yield Text()
        if hints.is_new:
            yield from self.wrapped(self.clean(hints.seen[-1]), 3)
        else:
            yield from self.numbered(hints.seen)
        yield Text()
        yield from self.after_hints(exercise, hints)
        yield Text()

    def numbered(self, hints: Sequence[str]) -> Iterator[Text]:
        for number, hint in enumerate(hints, start=1):
            for place, line in enumerate(self.wrapped(self.clean(hint), 5)):
                lead = f"   {number} " if place == 0 else "     "
                yield Text(lead, "dim").append_text(line[5:])
            yield Text()

    def after_hints(self, exercise: Exercise, hints: Hints) -> Iterator[Text]:
        command = f"{HINT} {exercise.slug}"
        if len(hints.seen) < hints.total:
            yield self.step("One more" if hints.seen else "First", command)
        elif not hints.is_new:
            yield from self.wrapped(
                "These are all the hints. What helps now is the lesson, and what a check measures:", 3
            )
            yield Text()
        if hints.is_new and len(hints.seen) > 1:
            yield self.step("Again", f"{command} --again")
        if len(hints.seen) == hints.total:
            yield self.step("Read", exercise.shown(exercise.lesson))
            yield self.step("Check", f"{CHECK} {exercise.slug}")


def _count(hints: Hints) -> str:
    if hints.is_new:
        return f"hint {len(hints.seen)} of {hints.total}"
    return f"{len(hints.seen)} of {counted(hints.total, 'hint')}"


def _solved(exercises: Sequence[Exercise], standing: Mapping[str, Standing]) -> int:
    return sum(standing[exercise.slug] == "solved" for exercise in exercises)
