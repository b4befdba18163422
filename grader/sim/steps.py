"""Steps over the border: what a task waits for while its coroutine runs on the other side, and what runs it there."""

from __future__ import annotations

import asyncio
import contextvars
import inspect
from asyncio import events
from collections.abc import Callable, Coroutine, Generator
from typing import TYPE_CHECKING, Any

from grader.sim.endings import Ending
from grader.sim.loop import context_of, run_in, swap_current_task
from grader.sim.messages import Cancel, Reply, Return, Suspended

if TYPE_CHECKING:
    from grader.sim.peer import Peer


class Pending:
    """What a task waits for while the other side runs a coroutine for it. A future in all that asyncio asks of one."""

    _asyncio_future_blocking = False

    def __init__(self, peer: Peer, number: int, name: str) -> None:
        self.name = name
        self._peer = peer
        self._number = number
        self._loop = events.get_running_loop()
        self._outcome: Return | None = None
        self._wakeup: Callable[[Any], object] | None = None
        self._context: contextvars.Context | None = None
        self.cancels_next_wait = False

    def __await__(self) -> Generator[Pending, None, Return]:
        self._asyncio_future_blocking = True
        yield self
        return self.result()

    def __repr__(self) -> str:
        return f"<waiting for {self.name}>"

    def get_loop(self) -> asyncio.AbstractEventLoop:
        return self._loop

    def done(self) -> bool:
        return self._outcome is not None

    def result(self) -> Return:
        if self._outcome is None:  # only after the run has ended
            raise asyncio.CancelledError
        return self._outcome

    def add_done_callback(
        self, wakeup: Callable[[Any], object], *, context: contextvars.Context | None = None
    ) -> None:
        self._wakeup, self._context = wakeup, context

    def cancel(self, msg: Any = None) -> bool:
        if self._outcome is not None:
            return False
        if self._peer.ending is not None:  # nobody is left who could clean up
            if self._wakeup is not None:
                wakeup, self._wakeup = self._wakeup, None
                self._loop.call_soon(wakeup, self, context=self._context)
            return True
        peer = self._peer
        return bool(peer.unwrap(peer.request(Cancel(self._number, peer.encode(msg)))))

    def cancel_next_wait(self) -> None:
        """Cancel the next wait of whoever runs on; the cancellation itself has been counted already."""
        driver = getattr(self._wakeup, "__self__", None)
        if isinstance(driver, Driver):
            driver.cancel(None)
        elif (task := asyncio.current_task()) is not None:
            task.cancel()
            task.uncancel()

    def resolve(self, outcome: Return, cancels_next_wait: bool) -> None:
        """Let whoever waits run on, now."""
        self._outcome = outcome
        self.cancels_next_wait = cancels_next_wait
        if self._wakeup is None:
            return
        if events._get_running_loop() is not self._loop:  # a loop that a thread of the submission runs
            self._loop.call_soon_threadsafe(self._wakeup, self, context=self._context)
            return
        before = swap_current_task(self._loop, None)
        try:
            if self._context is None:
                self._wakeup(self)
            else:
                run_in(self._context, self._wakeup, self)
        finally:
            swap_current_task(self._loop, before)


class Driver:
    """Steps a coroutine that the other side awaits, as asyncio's Task steps its own."""

    def __init__(self, peer: Peer, number: int, task: asyncio.Task[Any] | None) -> None:
        self._peer = peer
        self._number = number
        self._task = task
        self._coroutine: Coroutine[Any, Any, Any] | None = None
        self._waiter: Any = None
        self._must_cancel: asyncio.CancelledError | None = None

    def start(self, make: Callable[[], Any]) -> Return:
        """Make the coroutine, and its first step."""
        outcome: Return | None = self._peer.within(self._task, self._start, make)
        if outcome is not None:
            return outcome
        self._peer.drivers[self._number] = self
        return Suspended()

    def cancel(self, message: Any) -> bool:
        """Cancel what the coroutine waits for; else throw CancelledError into its next step."""
        if self._waiter is not None and self._waiter.cancel(msg=message):
            return True
        self._must_cancel = asyncio.CancelledError() if message is None else asyncio.CancelledError(message)
        return True

    def state(self) -> tuple[str, Any, Any]:
        """(name, coroutine, what it waits for)."""
        return getattr(self._coroutine, "__name__", "?"), self._coroutine, self._waiter

    def close(self) -> None:
        """End the coroutine where it stands."""
        coroutine, self._coroutine = self._coroutine, None
        if coroutine is not None:
            try:
                coroutine.close()
            except BaseException:  # it would not end: nobody is left who could be told
                return

    def _start(self, make: Callable[[], Any]) -> Return | None:
        try:
            self._coroutine = _as_coroutine(make())
        except Ending:
            raise
        except BaseException as error:
            return self._peer.raised(error)
        return self._step(None)

    def _step(self, error: BaseException | None) -> Return | None:
        """Run to the next wait: None; or to the end: what came out."""
        coroutine, self._waiter = self._coroutine, None
        if coroutine is None:
            return None
        if self._must_cancel is not None:
            if not isinstance(error, asyncio.CancelledError):
                error = self._must_cancel
            self._must_cancel = None
        try:
            waiter = coroutine.send(None) if error is None else coroutine.throw(error)
        except StopIteration as stop:
            return self._end(self._peer.done(stop.value))
        except Ending:
            raise
        except BaseException as raised:
            return self._end(self._peer.raised(raised))
        self._wait_for(waiter)
        return None

    def _wait_for(self, waiter: Any) -> None:
        loop = events.get_running_loop()
        context = context_of(self._task) if self._task is not None else None
        if waiter is None:
            loop.call_soon(self._wakeup, None, context=context)
        elif getattr(waiter, "_asyncio_future_blocking", None):
            waiter._asyncio_future_blocking = False
            waiter.add_done_callback(self._wakeup, context=context)
            self._waiter = waiter
            if self._must_cancel is not None and waiter.cancel():
                self._must_cancel = None
        else:
            bad = RuntimeError(f"Task got bad yield: {waiter!r}")
            loop.call_soon(self._wakeup, _Failed(bad), context=context)

    def _wakeup(self, future: Any) -> None:
        error: BaseException | None = None
        if future is not None:
            try:
                future.result()
            except BaseException as raised:
                error = raised
        loop = events.get_running_loop()
        before = swap_current_task(loop, self._task)
        try:
            outcome = self._step(error)
            if outcome is not None:
                # Still as the logical task: whoever awaits the coroutine runs on within this step.
                self._peer.request(Reply(self._number, outcome, self._must_cancel is not None))  # type: ignore[arg-type]
        finally:
            swap_current_task(loop, before)

    def _end(self, outcome: Return) -> Return:
        self._coroutine = None
        self._peer.drivers.pop(self._number, None)
        return outcome


class _Failed:
    """A future that has failed."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def result(self) -> None:
        raise self._error


def _as_coroutine(awaitable: Any) -> Coroutine[Any, Any, Any]:
    if inspect.iscoroutine(awaitable):
        return awaitable

    async def wait() -> Any:
        return await awaitable

    return wait()
