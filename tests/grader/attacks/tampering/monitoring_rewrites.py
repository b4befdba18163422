"""Watches the kit's own functions with sys.monitoring, and raises when one of them returns.

stopped by: process
reasons: assertion crash exception protocol load
"""

import sys


def on_return(code, offset, value):
    if code.co_name in ("leftovers", "_send", "encode"):
        raise KeyboardInterrupt


async def reports(ask, stations):
    if hasattr(sys, "monitoring"):
        sys.monitoring.use_tool_id(1, "attack")
        sys.monitoring.register_callback(1, sys.monitoring.events.PY_RETURN, on_return)
        sys.monitoring.set_events(1, sys.monitoring.events.PY_RETURN)
    return [await ask(station) for station in stations]
