"""Opens the file by its handle, without a path: what a container must not allow either.

stopped by: landlock seccomp box
needs: linux root
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
handle = ctypes.create_string_buffer(8 + 128)
handle[0] = 128
mount = ctypes.c_int()
if libc.name_to_handle_at(-100, b"@CANARY@", handle, ctypes.byref(mount), 0) != 0:
    print("refused:", os.strerror(ctypes.get_errno()))
else:
    try:
        folder = os.open(os.path.dirname("@CANARY@"), os.O_RDONLY)
        fd = libc.open_by_handle_at(folder, handle, os.O_RDONLY)
        if fd >= 0:
            print("BREACH:", os.read(fd, 200))
        else:
            print("refused:", os.strerror(ctypes.get_errno()))
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
