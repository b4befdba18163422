"""Leave a core file of a whole process where it stands
stopped by: rlimits seccomp
reasons: crash
"""

import os
import resource

try:
    resource.setrlimit(resource.RLIMIT_CORE, (10**9, 10**9))
except (ValueError, OSError):
    pass
else:
    print("BREACH: cores may be written")
os.abort()
