"""Gives the file to OpenSSL as a certificate: it tells a file that it has read from one that it may not read.

stopped by: landlock box
reasons: assertion
"""

import ssl

try:
    ssl.create_default_context().load_verify_locations("@CANARY@")
except ssl.SSLError as error:
    print("BREACH: it was read:", error)
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
