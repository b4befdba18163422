"""Asks the C library for the users, which reads the list of them.

stopped by: landlock box
reasons: assertion
"""

import pwd

found = pwd.getpwall()
print("BREACH:" if found else "nobody", [user.pw_dir for user in found][:10])


async def reports(ask, stations):
    return None
