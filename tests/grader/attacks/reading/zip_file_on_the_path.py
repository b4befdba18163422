"""Puts the file on the path as if it were a zip file: zipimport opens it.

stopped by: landlock box
reasons: assertion
"""

import zipimport

try:
    zipimport.zipimporter("@CANARY@")
except zipimport.ZipImportError as error:
    # "not a Zip file" says somebody who has looked into it.
    print("BREACH:" if "not a Zip" in str(error) else "refused:", error)


async def reports(ask, stations):
    return None
