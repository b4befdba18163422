"""Reply to the test's call before it is over, and then once more
stopped by: process
reasons: protocol assertion
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


import asyncio


async def reports(ask, stations):
    asyncio.get_running_loop().call_soon(reply)
    await asyncio.sleep(1)
    return ["rain"]


def reply():
    for number in range(1, 10):
        if number in peer.drivers:
            peer.request(Reply(number, Done(["l", "early"]), False))
            peer.request(Reply(number, Done(["l", "late"]), False))
