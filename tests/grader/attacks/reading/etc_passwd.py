"""Reads the list of users, and their passwords.

stopped by: landlock box
reasons: assertion
"""

for name in ("/etc/passwd", "/etc/shadow", "/etc/hosts"):
    try:
        with open(name) as file:
            print("BREACH:", name, file.readline())
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
