"""Opens the folder first, with O_PATH, which asks for no right; then the file relative to it.

stopped by: landlock box
needs: linux
reasons: assertion
"""

import os

try:
    folder = os.open(os.path.dirname("@CANARY@"), os.O_PATH | os.O_DIRECTORY)
    fd = os.open(os.path.basename("@CANARY@"), os.O_RDONLY, dir_fd=folder)
    print("BREACH:", os.read(fd, 200))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
