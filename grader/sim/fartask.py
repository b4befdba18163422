"""Tasks of the other side: who a coroutine works for, when it runs here and its task lives there."""

from __future__ import annotations

import asyncio
import contextvars
from typing import TYPE_CHECKING, Any

from grader.sim.loop import Task, VirtualLoop
from grader.sim.messages import TaskCall

if TYPE_CHECKING:
    from grader.sim.peer import Peer

# In the context of a far task, and of all tasks that are made in it: the far task's number.
origin: contextvars.ContextVar[int] = contextvars.ContextVar("overlap_origin", default=0)

# In the context of a task of this side that has called the other one, and of all tasks made in it since: its number.
own: contextvars.ContextVar[int] = contextvars.ContextVar("overlap_own", default=0)


class FarTask(Task):
    """A task of the other side, as this side's code sees it when it asks for the current task.

    It never steps by itself. Its cancellations are the business of the side where it lives.
    """

    def __init__(self, peer: Peer, number: int, loop: VirtualLoop, context: contextvars.Context) -> None:
        self._peer = peer
        self.far_number = number
        self._nothing = _nothing()
        context.run(origin.set, number)
        super().__init__(self._nothing, loop=loop, context=context, name=f"task {number} of {peer.far_name}")
        loop.schedule.ready.pop()  # its first step, which it never makes
        self._log_destroy_pending = False
        asyncio.tasks._unregister_task(self)  # whoever shuts a loop down must not wait for it

    def cancel(self, msg: Any = None) -> bool:
        return bool(self._ask("cancel", msg))

    def uncancel(self) -> int:
        return self._ask("uncancel")

    def cancelling(self) -> int:
        return self._ask("cancelling")

    def _ask(self, method: Any, message: Any = None) -> int:
        outcome = self._peer.request(TaskCall(self.far_number, method, self._peer.encode(message)))
        value = self._peer.unwrap(outcome)
        return value if isinstance(value, int) else 0

    def release(self) -> None:
        """Let go of the coroutine that it never runs."""
        self._nothing.close()


async def _nothing() -> None:
    """What a far task runs: it is never started."""
