"""A child in a session of its own that keeps the judge's channel open, while its parent ends
stopped by: seccomp
reasons: crash exception hang load
tests: one
takes: wall
"""

import os
import select

if os.fork() == 0:
    os.setsid()
    select.select([], [], [], 3)
    os._exit(0)
print("BREACH: a child holds the channel", flush=True)
os._exit(0)
