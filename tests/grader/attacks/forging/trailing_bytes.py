"""A frame with more behind its message
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


body = wire.encode(Frame(0, 10, None, None, Done(None)))[4:] + b"\xc0\xc0"
os.write(channel._write_fd, len(body).to_bytes(4, "big") + body)


async def reports(ask, stations):
    return []
