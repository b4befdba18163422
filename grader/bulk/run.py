"""The run: work is given out in batches, and every verdict is kept as soon as its batch ends.

What breaks takes no verdict along but its own. When a batch fails, or a process ends in the middle of one, each file
that was under way is tried once more, alone. What fails alone as well is kept as our failure, for that file only.
"""

from __future__ import annotations

import math
import platform
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from dataclasses import dataclass, replace
from itertools import groupby

import msgspec

from grader.bulk.executors import Crew, NewCrew
from grader.bulk.grading import Batch, Graded, Item, Unfit, grade_batch
from grader.bulk.kit import Kit
from grader.bulk.store import EMPTY, Entry, Store
from grader.catalog import Exercise
from grader.judge.records import printable
from grader.score import exercise_verdict
from grader.verdict import Isolation

# A batch holds as many files as take so many seconds. A run of pytest costs some 40 ms, so that it should not be short;
# but what is judged is kept when its batch ends, so that it should not be long, on a slow machine either.
SECONDS = 2.0
FEWEST, MOST = 5, 50  # files of a batch
MOST_WORDS = 1000  # characters of an error that are kept
NOWHERE = Isolation(0, ())  # where our failures were found

# So many more files have a verdict, and so many of them are our failure. The empty file is nobody's, and not counted.
Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Work:
    """Files of one exercise that want a verdict, by their digests."""

    exercise: Exercise
    kit: Kit
    digests: tuple[str, ...]


@dataclass(frozen=True)
class Broken:
    """Work that came to nothing, and why."""

    work: Work
    why: str


class Run:
    """How a class is judged. `new_crew` is asked for another one when one breaks. `root`: of the kit; empty for the
    one that each process has. `level`: of isolation, at least."""

    def __init__(self, store: Store, new_crew: NewCrew, *, root: str, level: int, tell: Tell) -> None:
        self._store = store
        self._new_crew = new_crew
        self._root = root
        self._level = level
        self._tell = tell
        self._seconds = math.inf  # that a file took in the last batch; before the first, nobody knows

    def grade(self, works: Iterable[Work]) -> None:
        """Judge all of it, each exercise's files in the order given.

        Raises Unfit, StoreUnusable, NoCluster and KeyboardInterrupt; what is kept by then stays.
        """
        broken = self._give_out(_Waiting(works), alone=False)
        broken.sort(key=_slug)
        for _, of_one in groupby(broken, key=_slug):
            for one in self._try_alone([one.work for one in of_one]):
                self._keep_failure(one)

    def _try_alone(self, works: Sequence[Work]) -> list[Broken]:
        """Work of one exercise once more, file by file. Where not even an empty file can be judged, none can."""
        singles = [replace(work, digests=(digest,)) for work in works for digest in work.digests]
        empty = [work for work in singles if work.digests == (EMPTY,)]
        others = [work for work in singles if work.digests != (EMPTY,)]
        broken = self._give_out(_Waiting(empty), alone=True)
        if broken:
            return [*broken, *(Broken(work, broken[0].why) for work in others)]
        return self._give_out(_Waiting(others), alone=True)

    def _give_out(self, waiting: _Waiting, *, alone: bool) -> list[Broken]:
        """Judge what is waiting: side by side, or one batch after the other, so that only one can be to blame."""
        broken: list[Broken] = []
        while waiting:
            with self._new_crew() as crew:
                # One batch more than there are processes: nobody waits for the next one.
                broken += self._feed(crew, waiting, at_once=1 if alone else crew.width + 1)
        return broken

    def _feed(self, crew: Crew, waiting: _Waiting, at_once: int) -> list[Broken]:
        """Give out what is waiting, until it is done or the executor is broken."""
        under_way: dict[Future[Graded], Work] = {}
        broken: list[Broken] = []
        is_broken = False
        while True:
            while waiting and not is_broken and len(under_way) < at_once:
                work = waiting.next(self._size(waiting, crew))
                try:
                    under_way[crew.executor.submit(grade_batch, self._batch(work))] = work
                except BrokenExecutor:
                    waiting.put_back(work)
                    is_broken = True
            if not under_way:
                return broken
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                work = under_way.pop(future)
                error = _error_of(future)
                if error is None:
                    self._keep(work, future.result())
                elif isinstance(error, Unfit):
                    raise error
                else:
                    broken.append(Broken(work, f"{type(error).__name__}: {error}"))
                    is_broken = is_broken or isinstance(error, BrokenExecutor)

    def _size(self, waiting: _Waiting, crew: Crew) -> int:
        """How many files the next batch should have. Towards the end they are fewer: all processes end together."""
        in_time = int(min(SECONDS / self._seconds, MOST))
        return max(min(in_time, math.ceil(len(waiting) / (2 * crew.width))), FEWEST)

    def _batch(self, work: Work) -> Batch:
        items = tuple(Item(digest, self._store.source(digest)) for digest in work.digests)
        return Batch(self._root, work.exercise.slug, work.kit.key, self._level, items)

    def _keep(self, work: Work, graded: Graded) -> None:
        self._seconds = max(graded.seconds / len(graded.judged), 0.001)
        entries = [Entry(one.digest, one.verdict, one.problem) for one in graded.judged]
        self._store.add(work.exercise.slug, work.kit, entries, graded.isolation, graded.python)
        self._tell_of(entries)

    def _keep_failure(self, broken: Broken) -> None:
        exercise = broken.work.exercise
        verdict = msgspec.json.encode(exercise_verdict(exercise.slug, exercise.chapter, (), None))
        problem = printable(f"the grader failed twice: {broken.why}")[:MOST_WORDS]
        entries = [Entry(digest, verdict, problem) for digest in broken.work.digests]
        self._store.add(exercise.slug, broken.work.kit, entries, NOWHERE, platform.python_version())
        self._tell_of(entries)

    def _tell_of(self, entries: Sequence[Entry]) -> None:
        handed_in = [entry for entry in entries if entry.digest != EMPTY]
        self._tell(len(handed_in), sum(bool(entry.problem) for entry in handed_in))


class _Waiting:
    """Work that nobody has been given yet."""

    def __init__(self, works: Iterable[Work]) -> None:
        self._works = deque(work for work in works if work.digests)
        self._files = sum(len(work.digests) for work in self._works)

    def __len__(self) -> int:
        return self._files

    def next(self, size: int) -> Work:
        """The next batch of at most so many files."""
        work = self._works.popleft()
        share = replace(work, digests=work.digests[:size])
        self._files -= len(share.digests)
        if rest := work.digests[size:]:
            self._works.appendleft(replace(work, digests=rest))
        return share

    def put_back(self, work: Work) -> None:
        self._works.appendleft(work)
        self._files += len(work.digests)


def _slug(broken: Broken) -> str:
    return broken.work.exercise.slug


def _error_of(future: Future[Graded]) -> BaseException | None:
    try:
        return future.exception()
    except CancelledError as error:  # by the executor: its cluster is gone
        return error
