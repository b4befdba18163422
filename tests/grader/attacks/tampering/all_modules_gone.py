"""Empties sys.modules, and what the modules of the kit know.

stopped by: process
reasons: assertion crash exception hang load protocol
"""

import sys


async def reports(ask, stations):
    for name in [name for name in sys.modules if name.startswith("grader")]:
        vars(sys.modules[name]).clear()
    sys.modules.clear()
    return [await ask(station) for station in stations]
