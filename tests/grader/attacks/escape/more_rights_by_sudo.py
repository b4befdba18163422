"""Asks sudo for the rights of the administrator, as it is set up without a password on many machines.

stopped by: landlock seccomp
reasons: assertion
"""

import subprocess

for command in (["sudo", "-n", "true"], ["su", "-c", "true"], ["/usr/bin/env", "true"]):
    try:
        subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
        print("BREACH: it was started:", command)
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
