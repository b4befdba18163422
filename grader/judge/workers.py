"""Starting and stopping the submission's processes, and stopping those that do not come back.

Where there is a safe fork, a warm parent forks one child a test. It is started with exec, never forked from
the judge: a fork of the judge would hold the hidden tests in its memory. Elsewhere workers are started ahead
of time, and each is used once.
"""

from __future__ import annotations

import compileall
import contextlib
import functools
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol, cast

from grader.sandbox.box import command as box_command
from grader.sim.channel import PipeChannel
from grader.sim.endings import Crash, Ending, Hang
from grader.sim.limits import LIMITS, MEGABYTE, Limits
from grader.sim.messages import Frame
from grader.sim.zygote import FORK, KILL, NUMBER, WAIT
from grader.verdict import Isolation

PROGRAM = Path(__file__).parents[1] / "worker" / "__main__.py"
OF_WORKERS_ALONE = ("worker", "sandbox")  # parts that this process does not import
LOOK_EVERY = 0.05  # seconds
SPARE = 3  # workers started ahead of time where there is no fork


@functools.cache
def _compile_ahead() -> None:
    """A worker writes no file, its own bytecode neither: without this it would compile its modules at each start."""
    for part in OF_WORKERS_ALONE:
        compileall.compile_dir(PROGRAM.parents[1] / part, maxlevels=0, quiet=2)


class ParentGone(Exception):
    """The warm parent has ended, and with it all that it would have forked. Our failure."""


class GuardedChannel(PipeChannel):
    """A channel whose owner can see since when it waits for the other side."""

    waiting_since: float | None = None  # of time.monotonic
    waits = 0

    def send(self, frame: Frame) -> None:
        self._begin_to_wait()  # a side that does not read blocks this one as well
        try:
            super().send(frame)
        finally:
            self.waiting_since = None

    def receive(self) -> Frame:
        self._begin_to_wait()
        try:
            return super().receive()
        finally:
            self.waiting_since = None

    def _begin_to_wait(self) -> None:
        self.waits += 1
        self.waiting_since = time.monotonic()


class Worker:
    """One process for one test."""

    def __init__(self, pool: Workers, number: int, read_fd: int, write_fd: int, limits: Limits) -> None:
        self.number = number  # of the process
        self.limits = limits
        self.hung = False
        self.channel = GuardedChannel(read_fd, write_fd, self._gone, limits.sent * MEGABYTE)
        self._pool = pool
        self._ended = False
        self._lost: ParentGone | None = None

    def end(self) -> None:
        """Kill the process and all that it started. May be called again."""
        self._pool.forget(self)
        if not self._ended:
            self._ended = True
            self._pool.kill(self)
            self.channel.close()

    def _gone(self) -> Ending:
        """Why the channel is closed. Raises ParentGone, each time, where it is not the submission's doing."""
        if self._lost is not None:
            raise self._lost
        if self.hung:
            return Hang(
                "a step did not come back: it computed, or waited outside of asyncio, without an `await`. "
                "Look for a loop that never ends, or never awaits. "
                f"(A step may take {self.limits.step:g} s of processor time, or {self.limits.wall:g} s in all.)"
            )
        if self._ended:
            return Crash("its process was ended by the judge")
        self._ended = True
        self.channel.close()
        try:
            return _ending(self._pool.wait(self), self.limits)
        except ParentGone as error:
            self._lost = error
            raise


class Workers(Protocol):
    """Where workers come from."""

    @property
    def isolation(self) -> Isolation:
        """How far the workers are locked away, as a probe of one of them has shown."""

    def start(self, limits: Limits = LIMITS) -> Worker:
        """A fresh process for one test, and the limits that its guard sees to."""

    def kill(self, worker: Worker) -> None:
        """End a worker's process group."""

    def wait(self, worker: Worker) -> int:
        """The wait status of a worker that has hung up. What does not end by itself is killed."""

    def forget(self, worker: Worker, /) -> None:
        """A worker is no longer to be guarded."""

    def close(self) -> None:
        """End all processes."""


class Guard:
    """A thread that kills a worker that does not come back. The judge itself blocks in a read meanwhile."""

    def __init__(self) -> None:
        self.worker: Worker | None = None
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="guard of the workers", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closed.set()
        self._thread.join()

    def _watch(self) -> None:
        seen = (-1, -1)
        cpu_before = 0.0
        while not self._closed.wait(LOOK_EVERY):
            worker = self.worker
            if worker is None or (since := worker.channel.waiting_since) is None:
                continue
            cpu = _cpu_time(worker.number)
            if seen != (worker.number, worker.channel.waits):
                seen, cpu_before = (worker.number, worker.channel.waits), cpu
                continue
            if cpu - cpu_before > worker.limits.step or time.monotonic() - since > worker.limits.wall:
                worker.hung = True
                with contextlib.suppress(OSError):
                    os.killpg(worker.number, signal.SIGKILL) if hasattr(os, "killpg") else os.kill(
                        worker.number, signal.SIGTERM
                    )


class _Probed:
    """Workers whose isolation is measured once, when somebody asks. `box`: the command that boxes them, if any."""

    box: list[str] = []  # noqa: RUF012 (replaced, never changed)

    @functools.cached_property
    def isolation(self) -> Isolation:
        """How far the workers are locked away, as a probe of one of them has shown."""
        from grader.judge.isolation import probe  # it needs trials, and these need workers

        return probe(cast("Workers", self)).isolation


class ForkingWorkers(_Probed):
    """Workers that a warm parent forks. `without` names layers of the sandbox to be left out, for tests of tests."""

    def __init__(self, without: Collection[str] = ()) -> None:
        self._without = ",".join(without)
        self.box = [] if {"box", "all"} & set(without) else box_command(PROGRAM.parents[1])
        self._guard = Guard()
        self._has_forked = False  # whatever the warm parent may die of from now on, it is not the box
        self._start_parent()

    def start(self, limits: Limits = LIMITS) -> Worker:
        worker = Worker(self, self._number_of_the_next(), self._next_fd, self._next_fd, limits)
        self._guard.worker = worker
        self._fork()  # the next one, while this one runs
        return worker

    def _fork(self) -> None:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            socket.send_fds(self._control, [FORK], [theirs.fileno()])
            self._next_fd = ours.detach()
        self._next_number: int | None = None  # until the answer has been read

    def _number_of_the_next(self) -> int:
        if self._next_number is None:
            try:
                self._next_number = self._answer()
            except ParentGone:
                if not self.box or self._has_forked:
                    raise
                self.box = []  # bubblewrap is there, but the system lets it make no box
                os.close(self._next_fd)
                self._control.close()
                self._start_parent()
                self._next_number = self._answer()
            self._has_forked = True
        return self._next_number

    def _start_parent(self) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            fd = theirs.fileno()
            options = {"pass_fds": (fd,), "stdin": subprocess.DEVNULL}
            if self.box:  # its complaint would say nothing to a student
                options["stderr"] = subprocess.DEVNULL
            self._parent = _start("forking", self._without, str(fd), front=self.box, **options)
        self._fork()

    def kill(self, worker: Worker) -> None:
        with contextlib.suppress(OSError):  # the parent is gone, and its children with it
            self._control.send(KILL + NUMBER.pack(worker.number))

    def wait(self, worker: Worker) -> int:
        self._number_of_the_next()  # was asked for before, so it is answered before
        try:
            self._control.send(WAIT + NUMBER.pack(worker.number))
        except OSError:
            raise self._parent_gone() from None
        return self._answer()

    def forget(self, _worker: Worker) -> None:
        self._guard.worker = None

    def close(self) -> None:
        self._guard.close()
        with contextlib.suppress(OSError, ParentGone):
            self._number_of_the_next()  # nothing may be left unread: the parent would see a broken connection
        os.close(self._next_fd)
        self._control.close()
        self._parent.wait()

    def _answer(self) -> int:
        try:
            answer = self._control.recv(NUMBER.size)
        except ConnectionError:
            answer = b""
        if len(answer) != NUMBER.size:
            raise self._parent_gone()
        return int(NUMBER.unpack(answer)[0])

    def _parent_gone(self) -> ParentGone:
        return ParentGone(
            f"the parent of the workers ended with code {self._parent.wait()}; "
            f"run `{sys.executable} {PROGRAM} single` to see why"
        )


class SpawnedWorkers(_Probed):
    """Workers that are started one by one, some of them ahead of time. `without`: see `ForkingWorkers`."""

    def __init__(self, without: Collection[str] = ()) -> None:
        self._without = ",".join(without)
        self._spare: deque[subprocess.Popen[bytes]] = deque()
        self._used: dict[int, subprocess.Popen[bytes]] = {}
        self._guard = Guard()
        self._fill()

    def start(self, limits: Limits = LIMITS) -> Worker:
        process = self._spare.popleft()
        self._fill()
        assert process.stdin is not None
        assert process.stdout is not None
        read_fd, write_fd = os.dup(process.stdout.fileno()), os.dup(process.stdin.fileno())
        worker = Worker(self, process.pid, read_fd, write_fd, limits)
        process.stdout.close()
        process.stdin.close()
        self._used[process.pid] = process
        self._guard.worker = worker
        return worker

    def kill(self, worker: Worker) -> None:
        process = self._used.pop(worker.number)
        process.kill()
        process.wait()

    def wait(self, worker: Worker) -> int:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._used[worker.number].wait(2)
        process = self._used[worker.number]
        self.kill(worker)
        code = process.returncode
        return -code if code < 0 else code << 8  # as a wait status

    def forget(self, _worker: Worker) -> None:
        self._guard.worker = None

    def close(self) -> None:
        self._guard.close()
        for process in (*self._spare, *self._used.values()):
            process.kill()
            process.communicate()

    def _fill(self) -> None:
        while len(self._spare) < SPARE:
            self._spare.append(
                _start(
                    "single",
                    self._without,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    start_new_session=True,
                )
            )


def default_workers() -> Workers:
    """What suits this platform: fork without exec is not safe on macOS, and Windows has none."""
    return ForkingWorkers() if sys.platform.startswith("linux") else SpawnedWorkers()


def _start(*arguments: str, front: Sequence[str] = (), **options: object) -> subprocess.Popen[bytes]:
    _compile_ahead()
    # -P and -s: nothing of the current folder or the user's own packages; PYTHONHASHSEED: sets of words have the same
    # order in every run; MALLOC_ARENA_MAX: or each thread reserves 64 MB of the address space that a worker may have.
    # SYSTEMROOT is what Python cannot start without on Windows.
    environment = {"PYTHONHASHSEED": "0", "TZ": "UTC", "MALLOC_ARENA_MAX": "1"} | {
        name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ
    }
    command = [*front, sys.executable, "-s", "-P", "-B", str(PROGRAM), *arguments]
    return subprocess.Popen(command, env=environment, cwd=Path(sys.executable).anchor, **options)  # type: ignore[call-overload, no-any-return]  # noqa: S603 (no word of it comes from a submission)


def _cpu_time(process: int) -> float:
    """Seconds of processor time that a process has used; 0 where the system does not tell."""
    if not hasattr(time, "clock_gettime"):
        return 0.0
    try:
        return time.clock_gettime((~process << 3) | 2)  # the clock id of a process: clock_getcpuclockid(3)
    except OSError:
        return 0.0


def _ending(status: int, limits: Limits) -> Ending:
    """Why a process has ended by itself, from its wait status."""
    if os.name == "posix" and os.WIFSIGNALED(status):
        name = signal.Signals(os.WTERMSIG(status)).name
        if name == "SIGXCPU":
            return Hang(f"it used more than {limits.processor} s of processor time in one test")
        return Crash(f"its process was killed by the signal {name}")
    return Crash(
        f"its process ended with exit code {status >> 8} in the middle of the test. "
        "`os._exit` ends the whole program, not just a function."
    )
