"""Reads the judge's memory: the hidden tests are in it.

stopped by: landlock box
needs: linux ptrace
reasons: assertion
"""

try:
    with open("/proc/@JUDGE_PID@/maps") as maps:
        start = next(int(line.split("-")[0], 16) for line in maps if "[heap]" in line)
    with open("/proc/@JUDGE_PID@/mem", "rb", 0) as memory:
        memory.seek(start)
        print("BREACH:", memory.read(64))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
