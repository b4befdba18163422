"""Asks whether it may send a signal to the warm parent, and to the judge.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import os

for number in (int("@PARENT_PID@"), int("@JUDGE_PID@"), os.getppid()):
    try:
        os.kill(number, 0)
        print("BREACH: it may send signals to", number)
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
