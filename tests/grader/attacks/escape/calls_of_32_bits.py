"""Makes a system call in the way of 32-bit programs, where other numbers hold.

stopped by: seccomp
needs: linux x86_64
reasons: assertion crash
unproved: kernels are built with and without such calls
"""

import ctypes
import mmap

# push rbx; mov eax, 20 (getpid, of 32 bits); int 0x80; pop rbx; ret
code = bytes.fromhex("53 b814000000 cd80 5b c3".replace(" ", ""))


async def reports(ask, stations):
    memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory.write(code)
    answer = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()
    print("BREACH:" if answer > 0 else "refused:", answer)
    return None
