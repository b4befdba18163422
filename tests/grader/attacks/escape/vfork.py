"""Makes a process by vfork, with assembled code: the call does not come back twice in Python.

stopped by: seccomp
needs: linux x86_64
reasons: assertion
"""

import ctypes
import mmap
import os

# mov eax, 58 (vfork); syscall; test eax, eax; jnz end; mov edi, 0; mov eax, 60 (exit); syscall; end: ret
# The address to return to is kept in rdx, since parent and child share the stack.
code = bytes.fromhex("5a b83a000000 0f05 85c0 750c bf00000000 b83c000000 0f05 52 c3".replace(" ", ""))
memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
memory.write(code)
call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))
child = call()
if child > 0:
    print("BREACH: it has a child")
    os.waitpid(child, 0)
else:
    print("refused:", os.strerror(-child))


async def reports(ask, stations):
    return None
