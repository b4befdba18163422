"""A reference to an object that claims to have __eq__, __hash__, __bool__ and __repr__
stopped by: process
reasons: assertion protocol
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


class Equal:
    pass


METHODS = {
    name: False
    for name in (
        "__eq__",
        "__ne__",
        "__hash__",
        "__bool__",
        "__repr__",
        "__class__",
        "__reduce__",
        "__getattribute__",
        "__instancecheck__",
        "__len__",
    )
}


async def reports(ask, stations):
    patch(peer, "done", lambda value: Done(["r", 70, "object", "Equal", METHODS]))
    return Equal()
