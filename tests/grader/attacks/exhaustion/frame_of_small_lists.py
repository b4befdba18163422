"""One frame of eight million empty lists
stopped by: process
reasons: protocol exception
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


length = 8_000_000
body = b"\x95\x00\xce\x00\x0f\x42\x40\xc0\xc0\x92\xa4Done\xdd" + length.to_bytes(4, "big") + b"\x90" * length
body = (len(body)).to_bytes(4, "big") + body
while body:
    body = body[os.write(channel._write_fd, body) :]


async def reports(ask, stations):
    return []
