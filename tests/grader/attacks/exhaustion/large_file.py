"""Write a large file where anybody may write
stopped by: landlock rlimits box
reasons: assertion load exception
"""

try:
    with open("@CANARY_DIR@/@MARK@", "wb") as file:
        for _ in range(8):
            file.write(bytes(1_000_000))
except OSError:
    pass


async def reports(ask, stations):
    return []
