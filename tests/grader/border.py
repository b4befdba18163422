"""Two peers joined in memory: the test bed of the kernel."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
from asyncio import events
from collections.abc import Callable, Coroutine
from typing import Any

from grader.sim.channel import MemoryChannel
from grader.sim.endings import Ending
from grader.sim.limits import LIMITS, Limits
from grader.sim.lockstep import Lockstep
from grader.sim.loop import VirtualLoop
from grader.sim.peer import Peer
from grader.sim.schedule import Side

PATIENCE = 100  # a program may swallow a cancellation and wait again; none of ours does so more often


class Root:
    """What either side offers to the other: names to objects."""

    def __init__(self) -> None:
        self.things: dict[str, Any] = {}

    def thing(self, name: str) -> Any:
        return self.things[name]


def run_on(
    loop: asyncio.AbstractEventLoop,
    main: Coroutine[Any, Any, Any],
    at_the_end: Callable[[], None] = lambda: None,
) -> Any:
    """Run a coroutine on a loop; then `at_the_end`, before all tasks that are left are cancelled."""
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        try:
            return runner.run(main)
        finally:
            at_the_end()
            end_tasks(loop)


def end_tasks(loop: asyncio.AbstractEventLoop) -> None:
    """Cancel what is left as often as it takes, so that nothing is collected while it waits."""
    for _ in range(PATIENCE):
        left = asyncio.all_tasks(loop)
        if not left:
            return
        for task in left:
            task.cancel()
        with contextlib.suppress(Ending):
            loop.run_until_complete(asyncio.wait(left))
    raise AssertionError(f"these tasks do not end: {left}")


def close_peer(peer: Peer) -> None:
    """Close a peer, and what it drove as often as it takes: a clean-up that awaits outlives one close."""
    coroutines = [driver._coroutine for driver in peer.drivers.values()]
    peer.close()
    for coroutine in coroutines:
        for _ in range(PATIENCE):
            if coroutine is None or coroutine.cr_frame is None:  # type: ignore[attr-defined]
                break
            with contextlib.suppress(BaseException):
                coroutine.close()


class Border:
    """A judge and a worker in two threads that never run at the same time. The judge's loop conducts.

    Threads, since a thread has what a process has: its own running loop, and its own stack of contexts.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.near_channel, self.far_channel = MemoryChannel.pair()
        self.lockstep = Lockstep(Side(), limits)
        self.near_root, self.far_root = Root(), Root()
        self.near = Peer(self.near_channel, self.lockstep, self.near_root, far_name="the submission")
        self.near.on_advance = lambda to, line: self.lockstep.move(to)
        self.near.loop = self.near_loop = VirtualLoop(self.lockstep.side, self.lockstep.turn)
        self.lockstep.far = self.near
        far_lockstep = Lockstep(Side(), Limits(handovers=sys.maxsize))  # the judge counts
        self.far = Peer(self.far_channel, far_lockstep, self.far_root, far_name="the test", trusting=True)
        self.far_loop = VirtualLoop(far_lockstep.side, far_lockstep.turn)
        self.far_ending: Ending | None = None
        self.loop_errors: list[str] = []
        for loop in (self.near_loop, self.far_loop):
            loop.set_exception_handler(lambda loop, context: self.loop_errors.append(context["message"]))
        self.thread = threading.Thread(target=self._work, daemon=True)
        self.thread.start()

    def _work(self) -> None:
        self.far_loop.settle_in()
        try:
            while self.far.ending is None:
                self.far.serve()
        except Ending as ending:
            self.far_ending = ending
        finally:
            self._end_far_side()

    def _end_far_side(self) -> None:
        """What the end of a process does for a worker."""
        left = asyncio.all_tasks(self.far_loop)  # held until they end: the loop itself holds no task
        close_peer(self.far)
        self.far_channel.close()
        events._set_running_loop(None)
        sys.set_asyncgen_hooks(None, None)
        self.far_loop._thread_id = None  # type: ignore[attr-defined]
        run_on(self.far_loop, asyncio.sleep(0))
        left.clear()

    def offer(self, **things: Any) -> None:
        """Give names to objects of the worker's side."""
        self.far_root.things |= things

    def __getattr__(self, name: str) -> Any:
        return self.near.call(0, "thing", (name,), {})

    def run(self, main: Coroutine[Any, Any, Any], at_the_end: Callable[[], None] = lambda: None) -> Any:
        """Run a coroutine on the judge's side, and what it calls on the other; then `at_the_end`, before all tasks
        that are left are cancelled."""

        def leave() -> None:
            at_the_end()
            end_tasks(self.near_loop)
            with self.near_loop.running():
                close_peer(self.near)
            self.lockstep.far = None  # what the loop still does to close itself, it does alone

        try:
            return run_on(self.near_loop, main, leave)
        finally:
            self.near_channel.close()
            self.thread.join()


def over_the_border(main: Callable[[Border], Coroutine[Any, Any, Any]], **things: Any) -> Any:
    """Run `main` on the judge's side; the worker offers `things`."""
    border = Border()
    border.offer(**things)
    return border.run(main(border))
