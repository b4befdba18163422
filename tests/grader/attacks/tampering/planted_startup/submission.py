"""Files that Python reads when it starts lie beside the submission.

stopped by: process
reasons: assertion
"""

import sys

if "sitecustomize" in sys.modules and "@FOLDER@" in str(sys.modules["sitecustomize"].__file__):
    print("BREACH: sitecustomize was read")
if hasattr(sys, "overlap_attack"):
    print("BREACH: a file beside the submission was run")


async def reports(ask, stations):
    return None
