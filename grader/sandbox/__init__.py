"""What a worker may use, and how each platform sees to it.

`rules` says what is allowed, as plain data; `syscalls` and `bpf` turn the part about system calls into a
program for the kernel; `linux` talks to the kernel; `enforce` puts the layers together: `prepare` once in the
warm parent, `apply` in each worker. `box` wraps the warm parent into a box of its own, where bubblewrap can
make one.
"""
