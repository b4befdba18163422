"""A session of watch mode: what happens comes in, and what was decided is done."""

from __future__ import annotations

import contextlib
import datetime as dt
import queue
import signal
from collections.abc import Callable, Iterator
from types import FrameType
from typing import assert_never

from grader.catalog import Catalog, Exercise
from grader.desk.news import remember
from grader.desk.standing import standings
from grader.desk.stubs import text_of
from grader.judge.session import JudgeFailed
from grader.judge.workers import Workers
from grader.practice import Check, check
from grader.progress import NotRemembered, Progress, read_progress, write_progress
from grader.watch.decisions import (
    GONE,
    Checked,
    Compared,
    Do,
    Event,
    Listed,
    Resized,
    Saved,
    State,
    Trouble,
    decide,
)
from grader.watch.files import Watcher, digest
from grader.watch.keys import keyboard
from grader.watch.screen import Screen

LOOK_EVERY = 0.2  # seconds: for another size of the terminal; and Windows tells of Ctrl-C only then
DEADLY = ("SIGTERM", "SIGHUP")


class Ended(Exception):
    """The watch was ended from outside, by the signal `number`."""

    def __init__(self, number: int) -> None:
        super().__init__(f"the watch was ended by {signal.Signals(number).name}")
        self.number = number


class Judge:
    """Checks exercises, in workers that are kept warm from one check to the next."""

    def __init__(self, new_workers: Callable[[], Workers]) -> None:
        self._new_workers = new_workers
        self.workers = new_workers()

    def check(self, catalog: Catalog, exercise: Exercise, notes: tuple[str, ...]) -> Check:
        """Check the stub of `exercise`. Where the kit itself fails, the workers may be gone: it is tried once more,
        with others. Raises JudgeFailed and recording.Unreadable."""
        done = check(catalog, [exercise], self.workers, notes=notes)
        if any(verdict.status == "error" for verdict in done.result.exercises):
            self.close()
            self.workers = self._new_workers()
            done = check(catalog, [exercise], self.workers, notes=notes)
        return done

    def close(self) -> None:
        """End the workers."""
        self.workers.close()


class Session:
    """Watches the exercises of `catalog`. `notes`: what each result says of the run. `poll`: look at the files now and
    then, since the system does not tell."""

    def __init__(
        self, catalog: Catalog, judge: Judge, notes: tuple[str, ...], screen: Screen, *, poll: bool
    ) -> None:
        self._catalog = catalog
        self._judge = judge
        self._notes = notes
        self._screen = screen
        self._poll = poll
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()

    def run(self, first: Exercise, progress: Progress) -> None:
        """Watch, beginning with `first`, until the student has had enough. Raises Ended, and KeyboardInterrupt for
        Ctrl-C; the terminal is then as it was before."""
        catalog, tell = self._catalog, self._events.put
        stubs = {exercise.slug: exercise.stub for exercise in catalog.exercises}
        with (
            _ended_by_signals(),
            Watcher(catalog.root / "exercises", stubs, tell, poll=self._poll),
            keyboard(tell) if self._screen.has_keys else contextlib.nullcontext(),
        ):
            state = State(
                catalog.exercises,
                first,
                frozenset(progress.solved),
                progress.hints,
                has_solutions=(catalog.root / "solutions").is_dir(),
            )
            do = Do.CHECK
            try:
                while do is not Do.QUIT:
                    state, do = decide(state, self._do(do, state))
            finally:
                self._screen.leave()

    def _do(self, do: Do, state: State) -> Event:
        """Do it; what came of it, or what happens next."""
        match do:
            case Do.CHECK:
                self._screen.busy()
                return self._check(state.current)
            case Do.KEEP:
                try:
                    self._keep_hints(state)
                except NotRemembered as error:
                    return Trouble(str(error))
                self._show(state)
            case Do.LIST:
                return self._list()
            case Do.COMPARE:
                return Compared(text_of(state.current.stub), text_of(state.current.solution))
            case Do.SHOW:
                self._show(state)
            case Do.NOTHING | Do.QUIT:
                pass
            case _:
                assert_never(do)
        return self._next_event()

    def _check(self, exercise: Exercise) -> Event:
        content = digest(exercise.stub)  # before it is read: what is saved from now on is checked once more
        if content == GONE:
            return Saved(exercise.slug, GONE)
        try:
            done = self._judge.check(self._catalog, exercise, self._notes)
        except JudgeFailed as error:
            return Trouble(f"The kit's own tests could not run; nothing is wrong with your work. {error}")
        try:
            return Checked(done, content, remember(self._catalog, done.result, _now().date()))
        except NotRemembered as error:
            return Checked(done, content, problem=str(error))

    def _list(self) -> Event:
        try:
            return Listed(standings(self._catalog, read_progress(self._catalog.root)))
        except NotRemembered as error:
            return Trouble(str(error))

    def _keep_hints(self, state: State) -> None:
        root, exercise = self._catalog.root, state.current
        write_progress(root, read_progress(root).with_hints(exercise, state.hints_shown))

    def _show(self, state: State) -> None:
        self._style = self._screen.style()
        self._screen.show(state, self._style, f"{_now():%H:%M:%S}")

    def _next_event(self) -> Event:
        while True:
            with contextlib.suppress(queue.Empty):
                return self._events.get(timeout=LOOK_EVERY)
            if self._screen.style() != self._style:
                return Resized()


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Signals that end a process end this block first. Raises Ended."""
    received = []

    def end(number: int, _frame: FrameType | None) -> None:
        received.append(number)
        signal.raise_signal(signal.SIGINT)  # as Ctrl-C, which also ends a check that is under way

    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as shells start what runs in the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    numbers = [getattr(signal, name) for name in DEADLY if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    except KeyboardInterrupt:
        if received:
            raise Ended(received[0]) from None
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()
