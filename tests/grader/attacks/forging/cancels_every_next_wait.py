"""Reply with cancellation, so that the hidden test itself is cancelled
stopped by: process
reasons: exception assertion
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

request = peer.request


def cancel_too(message):
    if isinstance(message, Reply):
        message = Reply(message.number, message.outcome, True)
    return request(message)


async def reports(ask, stations):
    patch(peer, "request", cancel_too)
    await asyncio.sleep(1)
    return []
