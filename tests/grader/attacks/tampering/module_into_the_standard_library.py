"""Writes a module into the standard library: the next program that starts would import it.

stopped by: landlock box
unproved: it would change this Python
reasons: assertion
"""

import os

for folder in (os.path.dirname(os.__file__), os.path.dirname(os.path.dirname(os.__file__))):
    try:
        os.close(os.open(os.path.join(folder, "sitecustomize.py"), os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        print("BREACH: it was made")
        os.unlink(os.path.join(folder, "sitecustomize.py"))
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
