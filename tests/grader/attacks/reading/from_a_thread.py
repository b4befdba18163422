"""Reads in a thread of its own: what holds for one thread holds for those that it starts.

stopped by: landlock box
reasons: assertion
"""

import _thread
import select

said = []


def read():
    try:
        with open("@CANARY@") as file:
            said.append("BREACH: " + file.read())
    except OSError as error:
        said.append(f"refused: {error}")


_thread.start_new_thread(read, ())
while not said:
    select.select([], [], [], 0.001)
print(said[0])


async def reports(ask, stations):
    return None
