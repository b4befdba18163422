"""Read the private attributes of what the test has passed: its function, its world, its calls
stopped by: process
reasons: assertion
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


NAMES = "_function _world calls __dict__ __globals__ __closure__ __code__ __call__.__globals__ _records __init__ __class__ answer error".split()


async def reports(ask, stations):
    for name in NAMES:
        for mode in ("get", "call"):
            answer = peer.request(call(1, name, mode=mode))
            if isinstance(answer, Done):
                print("BREACH", name, mode, answer)
    return []
