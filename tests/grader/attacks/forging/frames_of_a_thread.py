"""A thread that writes its own frames between those of the worker
stopped by: process
reasons: protocol assertion crash deadlock hang
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


import _thread


def write():
    while True:
        os.write(
            channel._write_fd, wire.encode(Frame(0, kernel.side.clock.sequence + 5, None, None, Done(["l"])))
        )


async def reports(ask, stations):
    _thread.start_new_thread(write, ())
    for _ in range(100):
        await ask(stations[0])
    return []
