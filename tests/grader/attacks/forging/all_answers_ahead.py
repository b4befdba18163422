"""Answer all of the judge's questions ahead, in one go: loaded, called, nothing left behind
stopped by: process
reasons: assertion protocol
tests: one
"""

import os
from grader.sim import wire
from grader.sim.messages import Advance, Call, Cancel, Done, Frame, Raised, Reply, Run, Suspended, TaskCall
from grader.worker.kernel import kernel

peer = kernel.peer
channel = peer.channel


def send(body, sequence=0, ready=None, timer=None):
    frame = Frame(kernel.side.clock.now, kernel.side.clock.sequence + 1 + sequence, ready, timer, body)
    os.write(channel._write_fd, wire.encode(frame))


def patch(thing, name, value):
    assert hasattr(thing, name), name  # or this attack would be one no longer
    setattr(thing, name, value)


def call(target, method, args=("l",), kwargs=("d",), mode="call", number=10**6, task=0, parent=0, made=0):
    return Call(number, mode, target, method, list(args), list(kwargs), task, parent, made)


answers = [
    ["d", "kinds", ["d", "reports", "async"]],
    ["r", 1, "async", "reports", None],
    ["l", "rain 1000", "rain 1001", "rain 1002"],
    [
        "d",
        "tasks",
        ["l"],
        "never_awaited",
        ["l"],
        "loop_errors",
        ["l"],
        "open_loops",
        0,
        "dropped_output",
        0,
        "counts",
        ["d"],
    ],
]
for number, answer in enumerate(answers * 2):
    send(Done(answer), sequence=number * 100)
import select

select.select([], [], [], 0.2)
os._exit(0)
