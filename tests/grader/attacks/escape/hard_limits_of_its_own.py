"""Raises its own hard limits, as the administrator may.

stopped by: seccomp
needs: linux root
unproved: in a box it may not, even without the layer
reasons: assertion
"""

import resource

for kind in (resource.RLIMIT_NOFILE, resource.RLIMIT_CPU, resource.RLIMIT_CORE):
    soft, hard = resource.getrlimit(kind)
    try:
        resource.setrlimit(kind, (soft, hard + 1))
        print("BREACH: it was raised:", kind)
    except (OSError, ValueError) as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
