"""Calls in the name of tasks that there are not, with parents that go in circles
stopped by: process
reasons: assertion exception protocol
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


async def reports(ask, stations):
    for task, parent in ((1, 1), (5, -5), (-1, 0), (-77, 3), (2**62, -(2**62)), (6, -5), (5, -6)):
        peer.request(
            call(1, "", ["l", stations[0]], mode="await", number=1000 + parent % 97, task=task, parent=parent)
        )
    return []
