"""Opens a file with fopen of the C library: nothing of Python's is asked.

stopped by: landlock box
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.fopen.restype = ctypes.c_void_p
libc.fgets.restype = ctypes.c_char_p
libc.fgets.argtypes = (ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p)
stream = libc.fopen(b"@CANARY@", b"r")
if stream:
    print("BREACH:", libc.fgets(ctypes.create_string_buffer(200), 200, stream))
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
