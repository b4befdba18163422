"""State in the standard library, for the next test to find
stopped by: process
reasons: assertion
"""

import asyncio
import builtins
import os
import sys
import warnings

places = (
    asyncio,
    builtins,
    os,
    sys,
    sys.modules["grader.sim.peer"],
    type(asyncio),
    sys.modules["grader.worker.kernel"].kernel,
)
if any(hasattr(place, "left") for place in places):
    print("BREACH: the test before has left something")
asyncio.left = builtins.left = os.left = sys.left = True
sys.modules["grader.sim.peer"].left = sys.modules["grader.worker.kernel"].kernel.left = True
sys.modules["left"] = asyncio
if "left" in os.environ:
    print("BREACH: the environment")
os.environ["left"] = "here"


async def reports(ask, stations):
    return []
