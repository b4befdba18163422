"""Raises its own limits.

stopped by: rlimits
reasons: assertion
"""

import resource

unlimited = resource.RLIM_INFINITY
for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE):
    try:
        resource.setrlimit(kind, (unlimited, unlimited))
    except (OSError, ValueError) as error:
        print("refused:", error)
    if resource.getrlimit(kind)[0] == unlimited:
        print("BREACH: no limit of", kind)


async def reports(ask, stations):
    return None
