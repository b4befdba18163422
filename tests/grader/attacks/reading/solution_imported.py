"""Loads the solution as a module, and hands its work in.

stopped by: landlock box
reasons: assertion
"""

import importlib.util

try:
    spec = importlib.util.spec_from_file_location("solution", "@SOLUTION@")
    solution = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(solution)
    print("BREACH: the solution has", [name for name in vars(solution) if not name.startswith("_")])
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
