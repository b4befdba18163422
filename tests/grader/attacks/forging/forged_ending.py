"""Tell the judge that the run has ended, for a reason of its own
stopped by: process
reasons: protocol
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


peer.request(call(0, "ended", ["l", "passed", "all is well"]))


async def reports(ask, stations):
    return []
