"""Opens the file as a database: the library says whether it could read it.

stopped by: landlock box
reasons: assertion
"""

import sqlite3

try:
    with sqlite3.connect("file:@CANARY@?mode=ro", uri=True) as database:
        database.execute("select * from sqlite_master")
except sqlite3.Error as error:
    print("BREACH:" if "not a database" in str(error) else "refused:", error)


async def reports(ask, stations):
    return None
