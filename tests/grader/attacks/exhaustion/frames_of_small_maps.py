"""Frame after frame of eight million empty maps
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


async def reports(ask, stations):
    length = 8_000_000
    for _ in range(20):
        kernel.side.clock.sequence += 1
        body = (
            b"\x95\x00\xce" + (10**6).to_bytes(4, "big") + b"\xc0\xc0\x9a\xa4Call\x01\xa4call\x00\xa7printed"
        )
        body += b"\xdd" + length.to_bytes(4, "big") + b"\x80" * length + b"\x91\xa1d\x00\x00\x00"
        body = (len(body)).to_bytes(4, "big") + body
        while body:
            body = body[os.write(channel._write_fd, body) :]
    return []
