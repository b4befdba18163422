"""Lets the garbage collector call it in the middle of the kit, and keep all garbage.

stopped by: process
reasons: assertion crash exception protocol hygiene
"""

import gc


def collect(phase, info):
    raise SystemExit(phase)


async def reports(ask, stations):
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.callbacks.append(collect)
    gc.set_threshold(1, 1, 1)
    return [await ask(station) for station in stations]
