"""Replaces builtins that the kit itself uses by ones that always agree.

stopped by: process
reasons: assertion crash exception hang load protocol
tests: one
"""

import builtins


async def reports(ask, stations):
    builtins.isinstance = lambda thing, kind: True
    builtins.len = lambda thing: 0
    builtins.sorted = lambda things, **more: []
    builtins.all = lambda things: True
    return [await ask(station) for station in stations]
