"""Runs the solution's file as a script.

stopped by: landlock box
reasons: assertion
"""

import runpy

try:
    print("BREACH: the solution has", list(runpy.run_path("@SOLUTION@")))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
