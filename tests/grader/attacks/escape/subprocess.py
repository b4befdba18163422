"""Starts a program as the manual says, by the subprocess module.

stopped by: landlock seccomp
reasons: assertion
"""

import subprocess

try:
    print("BREACH:", subprocess.run(["/bin/sh", "-c", "echo out"], capture_output=True, check=False).stdout)
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
