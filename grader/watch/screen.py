"""What watch mode shows: a function of what is known, and the terminal that it is written to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import assert_never

import msgspec
from rich.text import Text

from grader.catalog import Catalog
from grader.desk.news import News
from grader.practice import Check
from grader.report.desk import render_list
from grader.report.lines import Lines, rendered
from grader.report.solution import render_solution
from grader.report.terminal import render_check
from grader.watch.decisions import Compared, State, View, offers

CLEAR = "\x1b[H\x1b[2J"  # what was scrolled out of the screen stays
CLEAR_LINE = "\r\x1b[K"
BETWEEN_KEYS = "   "


@dataclass(frozen=True)
class Style:
    """What can be shown: `width` columns; `height` lines, None where there is no end to them."""

    width: int
    height: int | None
    color: bool
    encoding: str


@dataclass(frozen=True)
class Screen:
    """Where watch mode is seen. `can_clear`: it is a terminal; elsewhere each picture follows the one before."""

    write: Callable[[str], None]
    style: Callable[[], Style]
    can_clear: bool
    has_keys: bool

    def show(self, state: State, style: Style, at: str) -> None:
        """Show all that is known. `at`: the time of day, as it is shown."""
        text = picture(state, style, at, has_keys=self.has_keys)
        self.write(CLEAR + text.removesuffix("\n") if self.can_clear else text)

    def busy(self) -> None:
        """Say that a check is under way, in the place of the keys."""
        if self.can_clear:
            self.write(f"{CLEAR_LINE} Checking.")

    def leave(self) -> None:
        """Whatever is written next begins on a line of its own, and no key is shown that does nothing."""
        if self.can_clear:
            self.write(f"{CLEAR_LINE} The watch is over. Go on with: nox -s watch\n")


def picture(state: State, style: Style, at: str, *, has_keys: bool = True) -> str:
    """All that there is to see, with a line end after each line. `at`: when it was drawn, as a time of day."""
    parts = _Parts(max(style.width, 40), style.encoding, state)
    below = rendered(parts.below(at, has_keys=has_keys), color=style.color)
    whole = _above(state, style) + below
    if style.height is None or whole.count("\n") <= style.height:
        return whole
    return _above(state, style, brief=True) + below


def _above(state: State, style: Style, *, brief: bool = False) -> str:
    match state.view:
        case View.EXERCISE | View.HINTS:
            return _report(state.check, state, style, brief=brief) if state.check else ""
        case View.LIST:
            return _list(state, style)
        case View.SOLUTION:
            assert state.check
            assert state.sources
            return _solution(state.check, state.sources, state, style)
        case _:
            assert_never(state.view)


def _list(state: State, style: Style) -> str:
    return render_list(
        Catalog(state.current.root, state.exercises),
        state.standing,
        state.current,
        width=style.width,
        color=style.color,
        encoding=style.encoding,
    )


def _solution(check: Check, sources: Compared, state: State, style: Style) -> str:
    return render_solution(
        state.current,
        check.result.exercises[0],
        own=sources.own,
        solution=sources.solution,
        expected=check.expected,
        width=style.width,
        color=style.color,
        encoding=style.encoding,
    )


def _report(check: Check, state: State, style: Style, *, brief: bool) -> str:
    news = state.news or News((), (), is_complete=False, next=None)
    return render_check(
        check.result,
        {exercise.slug: exercise for exercise in state.exercises},
        expected=check.expected,
        explanations=check.explanations,
        output=check.output,
        evidence=check.evidence,
        news=msgspec.structs.replace(news, next=state.following),  # where n leads to
        before=state.before,
        watching=True,
        brief=brief,
        width=style.width,
        color=style.color,
        encoding=style.encoding,
    )


@dataclass(frozen=True)
class _Parts(Lines):
    """What stands below a report."""

    state: State

    def below(self, at: str, *, has_keys: bool) -> Iterator[Text]:
        if self.state.view is View.HINTS:
            yield from self.hints()
        for sentence in self.notes():
            yield from self.wrapped(self.clean(sentence), 1)
            yield Text()
        yield from self.wrapped(f"{at}  Save {self.state.current.stub.name} to check it again.", 1)
        if has_keys:
            yield from self.keys()
        else:
            yield from self.wrapped(
                "Standard input is no terminal, so there are no keys. Ctrl-C ends the watch.", 1
            )

    def hints(self) -> Iterator[Text]:
        hints = self.state.current.hints
        for number, hint in enumerate(hints[: self.state.hints_shown], 1):
            yield Text(f"   Hint {number} of {len(hints)}", "bold")
            yield from self.wrapped(self.clean(hint), 3)
            yield Text()

    def notes(self) -> Iterator[str]:
        here, other = self.state.current, self.state.elsewhere
        if self.state.problem:
            yield self.state.problem
        if self.state.is_gone:
            shown = here.shown(here.stub)
            yield f"{shown} is not there. Save it under this name, and it is checked again."
        if other is not None:
            yield f"You have saved {other.number} {other.title}; this is {here.number} {here.title}."

    def keys(self) -> Iterator[Text]:
        """The keys that apply, on as many lines as it takes."""
        line = Text()
        for key, offer in offers(self.state).items():
            word = Text.assemble((key, "bold"), f" {offer.word}")
            if line and line.cell_len + len(BETWEEN_KEYS) + word.cell_len >= self.width:
                yield line
                line = Text()
            line = Text.assemble(line, BETWEEN_KEYS, word) if line else Text.assemble(" ", word)
        yield line
