"""What watch mode does next: a pure function of what is known and of what has happened."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias, assert_never

from grader.catalog import Exercise
from grader.desk.news import News
from grader.desk.standing import Standing
from grader.practice import Check
from grader.verdict import ExerciseVerdict

GONE = ""  # the digest of a file that is not there
LEAVING = ("\x03", "\x04")  # Ctrl-C, where the terminal gives it as a key; Ctrl-D
GOING_BACK = ("\x1b", "\r", "\n")  # Escape, Enter


class View(enum.Enum):
    """What the student looks at."""

    EXERCISE = enum.auto()
    HINTS = enum.auto()  # below the exercise
    LIST = enum.auto()
    SOLUTION = enum.auto()


class Do(enum.Enum):
    """What the session has to do now."""

    NOTHING = enum.auto()
    SHOW = enum.auto()
    CHECK = enum.auto()  # the current exercise; then comes Checked or Trouble
    KEEP = enum.auto()  # the number of hints shown, and show
    LIST = enum.auto()  # how far the student is; then comes Listed
    COMPARE = enum.auto()  # the student's solution with the kit's; then comes Compared
    QUIT = enum.auto()


@dataclass(frozen=True)
class Pressed:
    """A key: one character."""

    key: str


@dataclass(frozen=True)
class Saved:
    """An exercise's file has another content. `digest` is that of the content, or GONE."""

    slug: str
    digest: str


@dataclass(frozen=True)
class Checked:
    """The current exercise was checked. `digest` is that of its file just before; `news` is what was reached, where
    that is remembered; `problem` says why it is not."""

    check: Check
    digest: str
    news: News | None = None
    problem: str = ""


@dataclass(frozen=True)
class Listed:
    """How far the student is with each exercise, by slug."""

    standing: Mapping[str, Standing]


@dataclass(frozen=True)
class Compared:
    """The source of the student's own solution, and that of the kit's."""

    own: str
    solution: str


@dataclass(frozen=True)
class Trouble:
    """Something could not be done; the text says what, and the next step."""

    problem: str


@dataclass(frozen=True)
class Resized:
    """What is on the screen has to be drawn again: it has another size, or something else was there."""


@dataclass(frozen=True)
class HungUp:
    """There is no terminal any more."""


@dataclass(frozen=True)
class Broken:
    """A part of watch mode itself has failed."""

    error: Exception


Event: TypeAlias = Pressed | Saved | Checked | Listed | Compared | Trouble | Resized | HungUp | Broken


@dataclass(frozen=True)
class State:
    """All that is known. The one that a watch begins with says what is known before the first check."""

    exercises: tuple[Exercise, ...]  # in the order of the curriculum
    current: Exercise
    solved: frozenset[str]  # slugs
    hints: Mapping[str, int]  # how many were shown, by slug
    has_solutions: bool  # the kit's own are there
    view: View = View.EXERCISE
    check: Check | None = None  # the last one of the current exercise
    before: ExerciseVerdict | None = None  # what the one before it said
    digest: str | None = None  # of what was checked last
    news: News | None = None
    standing: Mapping[str, Standing] = field(default_factory=dict)  # by slug, when the list was asked for
    sources: Compared | None = None  # when the solution was asked for
    problem: str = ""
    is_gone: bool = False  # the file of the current exercise is not there
    elsewhere: Exercise | None = None  # another one, saved since the last check

    @property
    def is_solved(self) -> bool:
        """Whether the current exercise was ever solved."""
        return self.current.slug in self.solved

    @property
    def holds(self) -> bool:
        """Whether the last check has found the current exercise solved."""
        return self.check is not None and self.check.result.exercises[0].status == "solved"

    @property
    def hints_shown(self) -> int:
        """Of the current exercise, so far."""
        return min(self.hints.get(self.current.slug, 0), len(self.current.hints))

    @property
    def following(self) -> Exercise | None:
        """The unsolved exercise to go on with: after the current one, else the first that was left out; a stretch
        only when nothing else is left."""
        place = self.exercises.index(self.current)
        others = (*self.exercises[place + 1 :], *self.exercises[:place])
        left = [exercise for exercise in others if exercise.slug not in self.solved]
        core = [exercise for exercise in left if not exercise.stretch]
        return next(iter([*core, *left]), None)


Step: TypeAlias = tuple[State, Do]


@dataclass(frozen=True)
class Offer:
    """What a key does, in a word or two, and as a step."""

    word: str
    step: Callable[[State], Step]


def decide(state: State, event: Event) -> Step:
    """What is known after `event`, and what to do. Raises the error of an event that is Broken."""
    match event:
        case Pressed(key):
            return _pressed(state, key.lower())
        case Saved(slug, digest):
            return _saved(state, slug, digest)
        case Checked():
            return _checked(state, event), Do.SHOW
        case Listed(standing):
            return replace(state, view=View.LIST, standing=standing), Do.SHOW
        case Compared():
            return replace(state, view=View.SOLUTION, sources=event), Do.SHOW
        case Trouble(problem):
            return replace(state, problem=problem), Do.SHOW
        case Resized():
            return state, Do.SHOW
        case HungUp():
            return state, Do.QUIT
        case Broken(error):
            raise error
        case _:
            assert_never(event)


def offers(state: State) -> dict[str, Offer]:
    """The keys that apply, in the order in which they are shown."""
    found = {}
    if state.following is not None:
        found["n"] = Offer(
            "next" if state.is_solved else "skip", lambda state: _go_to(state, state.following)
        )
    if state.elsewhere is not None:
        found["g"] = Offer("go there", lambda state: _go_to(state, state.elsewhere))
    if not state.holds and not (state.view is View.HINTS and state.hints_shown == len(state.current.hints)):
        found["h"] = Offer("next hint" if state.view is View.HINTS else "hint", _hint)
    if state.is_solved and state.has_solutions and state.check and state.view is not View.SOLUTION:
        found["s"] = Offer("solution", _then(Do.COMPARE))
    if state.view is not View.LIST:
        found["l"] = Offer("list", _then(Do.LIST))
    if state.view is not View.EXERCISE:
        found["b"] = Offer("back", lambda state: (replace(state, view=View.EXERCISE), Do.SHOW))
    found["r"] = Offer("rerun", _then(Do.CHECK))
    found["q"] = Offer("quit", _then(Do.QUIT))
    return found


def _pressed(state: State, key: str) -> Step:
    if key in LEAVING:
        return state, Do.QUIT
    if key in GOING_BACK:
        key = "b"
    offer = offers(state).get(key)
    return offer.step(state) if offer else (state, Do.NOTHING)


def _saved(state: State, slug: str, digest: str) -> Step:
    if slug != state.current.slug:
        other = next((exercise for exercise in state.exercises if exercise.slug == slug), None)
        if other is None or digest == GONE:
            return state, Do.NOTHING
        return replace(state, elsewhere=other), Do.SHOW
    if digest == GONE:
        return replace(state, is_gone=True), Do.SHOW
    here = replace(state, is_gone=False)
    if digest != state.digest:
        return here, Do.CHECK
    return here, Do.SHOW if state.is_gone else Do.NOTHING  # there again, and as it was


def _checked(state: State, checked: Checked) -> State:
    (verdict,) = checked.check.result.exercises
    is_solved = verdict.status == "solved"
    return replace(
        state,
        view=View.EXERCISE,
        check=checked.check,
        before=state.check.result.exercises[0] if state.check else None,
        digest=checked.digest,
        solved=state.solved | ({state.current.slug} if is_solved else set()),
        news=checked.news,
        problem=checked.problem,
        is_gone=False,
        elsewhere=None,
    )


def _go_to(state: State, exercise: Exercise | None) -> Step:
    assert exercise is not None, "the key is offered where there is one"
    return State(state.exercises, exercise, state.solved, state.hints, state.has_solutions), Do.CHECK


def _hint(state: State) -> Step:
    """Show the hints. The first look shows again what was shown before: only who asks further gets one more."""
    count = state.hints_shown
    if state.view is View.HINTS or not count:
        count = min(count + 1, len(state.current.hints))
    return replace(state, view=View.HINTS, hints={**state.hints, state.current.slug: count}), Do.KEEP


def _then(do: Do) -> Callable[[State], Step]:
    return lambda state: (state, do)
