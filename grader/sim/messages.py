"""What one side says to the other: a closed set of messages.

Control goes with the message. A *request* asks the other side to do something now; its *return* gives control back.
Between the two, requests may go the other way, strictly nested, as function calls do.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from grader.sim.schedule import Key, TimerKey

Mode = Literal["call", "await", "get"]


class Message(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """The base of all. On the wire a message is an array that begins with its name."""


# --- requests


class Call(Message, frozen=True):
    """Call the object numbered `target` (0 is the other side's root), or its method.

    `mode` "call": return the value. "await": call, and run the coroutine up to its first wait; a `Reply` follows when
    it could not end at once. "get": return the attribute `method`.

    `task` is the logical task: positive numbers are the sender's, negative ones the receiver's, 0 is none.
    `parent` is the task in whose context a task unknown to the receiver was made. `made` counts the coroutine
    objects of stand-ins that the sender has made so far, started or not.
    """

    number: int
    mode: Mode
    target: int
    method: str
    args: Any
    kwargs: Any
    task: int
    parent: int
    made: int


class Reply(Message, frozen=True):
    """The coroutine of call `number` has ended: whoever awaits it runs on, now.

    `cancel`: its last step was cancelled while it ran, as by ``current_task().cancel()``. In one process the
    next wait of the same task would be cancelled; so it has to be here.
    """

    number: int
    outcome: Done | Raised
    cancel: bool


class Cancel(Message, frozen=True):
    """Cancel what call `number` waits for. Returns whether it could be."""

    number: int
    message: Any


class TaskCall(Message, frozen=True):
    """Ask the receiver's own task `task` for one of the three methods that its count of cancellations has."""

    task: int
    method: Literal["cancel", "uncancel", "cancelling"]
    message: Any


class Run(Message, frozen=True):
    """Run your callbacks of the turn numbered `turn` that stand before `until`."""

    turn: int
    until: Key


class Advance(Message, frozen=True):
    """Let it be `to` nanoseconds. `line`: of the submission's file, where it blocked its loop; 0 where it did not."""

    to: int
    line: int


# --- returns


class Done(Message, frozen=True):
    """It returned `value`."""

    value: Any


class Raised(Message, frozen=True):
    """It raised `error`."""

    error: Any


class Suspended(Message, frozen=True):
    """The coroutine waits; a `Reply` will follow."""


Request = Call | Reply | Cancel | TaskCall | Run | Advance
Return = Done | Raised | Suspended


class Frame(msgspec.Struct, frozen=True, array_like=True):
    """What crosses at each hand-over: the time, the sequence, what the sender has to do next, and the message."""

    now: int
    sequence: int
    ready: Key | None
    timer: TimerKey | None
    body: Request | Return
