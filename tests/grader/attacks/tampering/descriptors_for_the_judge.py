"""Sends the judge open files along with each message, until it has no descriptor left.

stopped by: process seccomp
reasons: assertion crash exception protocol
"""

import os
import socket


async def reports(ask, stations):
    from grader.worker.kernel import kernel

    fd = kernel.peer.channel._write_fd
    connection = socket.socket(fileno=os.dup(fd))
    null = os.open("/dev/null", os.O_RDONLY)

    def write(number, data):
        if number != fd:
            return original(number, data)
        return socket.send_fds(connection, [bytes(data)], [null] * 50)

    original, os.write = os.write, write
    try:
        for _ in range(100):
            print("with files")
    finally:
        os.write = original
    return None
