"""Adds an audit hook that refuses everything: it can never be removed.

stopped by: process
reasons: assertion crash exception protocol load
"""

import sys


def refuse(event, args):
    raise RuntimeError(event)


async def reports(ask, stations):
    sys.addaudithook(refuse)
    return [await ask(station) for station in stations]
