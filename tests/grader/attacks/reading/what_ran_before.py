"""Looks for what an earlier run has left in the process: a name, a module, an object, a file in the folder for them.

stopped by: process
reasons: assertion
"""

import builtins
import gc
import os
import sys
import tempfile
import types

mark = "overlap_attack_was_here"
if hasattr(builtins, mark) or mark in sys.modules or mark in os.environ:
    print("BREACH: an earlier run has left a mark")
setattr(builtins, mark, True)
sys.modules[mark] = types.ModuleType(mark)
os.environ[mark] = "yes"
others = [
    thing
    for thing in gc.get_objects()
    if isinstance(thing, types.FunctionType)
    and thing.__name__ == "reports"
    and thing.__module__ == "submission"
]
if others:
    print("BREACH: an earlier submission is in memory:", others)
for folder in ("/tmp", "/var/tmp", "/dev/shm"):
    if os.path.exists(os.path.join(folder, mark)):
        print("BREACH: an earlier run has left a file in", folder)


async def reports(ask, stations):
    return None
