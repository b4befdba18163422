"""Removes the limits of turns and messages, and turns for ever.

stopped by: process
reasons: livelock hang
tests: one
"""

import asyncio

import msgspec


async def reports(ask, stations):
    from grader.worker.kernel import kernel

    kernel.lockstep.limits = msgspec.structs.replace(kernel.lockstep.limits, turns=10**12, handovers=10**12)
    kernel.lockstep.count_handover = lambda: None
    while True:
        await asyncio.sleep(0)
