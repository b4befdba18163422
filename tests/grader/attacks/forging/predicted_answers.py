"""Compute what the world's random draws give, from the submission's own source and the test's name
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


import asyncio
import hashlib
import linecache
import random

NAMES = ["test_three_stations_report_after_three_seconds", "test_two_stations"]
delays = {"n": 2, "w": 3, "e": 1, "far": 5, "near": 1}


async def reports(ask, stations):
    source = "".join(linecache.cache[kernel.filename][2]).encode()
    asked = [asyncio.create_task(ask(station)) for station in stations]
    for name in NAMES:
        draw = random.Random(hashlib.sha256(source + name.encode()).digest())
        guess = [f"rain {number}" for number in draw.sample(range(1000, 10_000), len(stations))]
        if guess == await asyncio.gather(*asked):
            print("BREACH: the answers were known before anybody was asked")
    return []
