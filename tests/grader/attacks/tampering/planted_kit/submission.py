"""A package named `grader`, and hidden tests and recordings of its own, lie beside the submission.

stopped by: process
reasons: assertion
"""

import sys

if any(
    str(getattr(module, "__file__", "")).startswith("@FOLDER@/grader") for module in [*sys.modules.values()]
):
    print("BREACH: the package beside the submission was imported")


async def reports(ask, stations):
    return None
