"""Modules named as those of the standard library and of pytest lie beside the submission.

stopped by: process
reasons: assertion
"""

import asyncio
import sys

for name in ("asyncio", "random", "msgspec", "helper"):
    try:
        module = __import__(name)
    except ImportError:
        continue
    if str(getattr(module, "__file__", "")).startswith("@FOLDER@"):
        print("BREACH: it was imported from beside the submission:", name)


async def reports(ask, stations):
    return [await asyncio.wait_for(ask(station), 60) for station in stations]
