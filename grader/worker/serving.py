"""One worker for each test: forked from a warm parent, or a process of its own."""

from __future__ import annotations

import ctypes
import os
import random
import select
import signal
import socket
import sys
from collections.abc import Collection
from typing import NoReturn

import msgspec

from grader.sandbox.enforce import prepare
from grader.sim.channel import PipeChannel
from grader.sim.endings import Ending
from grader.sim.limits import Limits
from grader.sim.peer import Peer
from grader.sim.zygote import FORK, KILL, NUMBER, WAIT
from grader.worker import blocking, clocks, output, processes, program, threads
from grader.worker.kernel import kernel, settle_garbage

# os.fork would let threading, logging and random put themselves right in the child. Here is one thread, and no lock is
# held; a fifth of the memory that a child touches is touched by that, and each run would draw other numbers.
_fork = ctypes.PyDLL(None).fork
PATIENCE = 2.0  # seconds for a process to end that has hung up


def warm_up(without: Collection[str]) -> program.Program:
    """Load, patch and make all that a worker needs, and get the layers of its sandbox ready, except those named."""
    patch()
    sys.breakpointhook = _no_debugger
    msgspec.convert({}, Limits)  # it reads the annotations of a class once: here, and not in every child
    root = program.Program(output.capture(), prepare(without))
    settle_garbage()
    return root


def patch(choose: threads.Choose = threads.virtual_for_all) -> None:
    """Put virtual time in the places of clocks, threads and processes; draw the same numbers in every run."""
    threads.install(choose)
    processes.install()
    clocks.install(choose)
    random.seed(0)


def _no_debugger(*_: object, **__: object) -> None:
    """What `breakpoint()` does in a check, where nobody sits at the program's terminal."""
    print(f"`breakpoint()` on line {kernel.line()} stops in `check --debug` only.")  # noqa: T201 (to the student)


def serve(read_fd: int, write_fd: int, root: program.Program) -> NoReturn:
    """Be the worker of one test, until the judge hangs up."""
    blocking.prepare()
    answer(read_fd, write_fd, root)


def answer(read_fd: int, write_fd: int, root: program.Program) -> NoReturn:
    """Answer what comes on one descriptor on the other, until the judge hangs up."""
    channel = PipeChannel(read_fd, write_fd)
    peer = Peer(channel, kernel.lockstep, root, far_name="the test", trusting=True, where=program.where)
    try:
        program.offer(peer)
    except Ending:
        pass
    finally:
        os._exit(0)


def fork_for_each_test(control_fd: int, root: program.Program) -> NoReturn:
    """The warm parent: fork and reap as the judge says, until it hangs up."""
    control = socket.socket(fileno=control_fd)
    children: set[int] = set()
    while True:
        try:
            message, descriptors, _, _ = socket.recv_fds(control, 1 + NUMBER.size, 1)
        except ConnectionError:  # the judge was killed
            message = b""
        if message[:1] == FORK:
            child = _fork()
            if child == 0:
                control.close()
                os.setsid()
                serve(descriptors[0], descriptors[0], root)
            children.add(child)
            os.close(descriptors[0])
            control.send(NUMBER.pack(child))
        elif message[:1] in (KILL, WAIT):
            (child,) = NUMBER.unpack(message[1:])
            if message[:1] == WAIT:
                _wait_for(child)
            status = _end(child) if child in children else 0
            children.discard(child)
            if message[:1] == WAIT:
                control.send(NUMBER.pack(status))
        else:  # the judge is gone
            for child in children:
                _end(child)
            os._exit(0)


def _wait_for(child: int) -> None:
    """Let a child become a zombie, so that it can still be asked how it ended."""
    for _ in range(int(PATIENCE / 0.01)):
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
            return
        select.select([], [], [], 0.01)  # time.sleep is virtual here


def _end(child: int) -> int:
    """Kill a child and what it has started; return how it ended. It may have ended by itself before."""
    ended, status = os.waitpid(child, os.WNOHANG)
    try:
        os.killpg(child, signal.SIGKILL)
    except OSError:
        if ended == 0:  # it has not come so far as to have a group of its own
            os.kill(child, signal.SIGKILL)
    if ended == 0:
        _, status = os.waitpid(child, 0)
    return status
