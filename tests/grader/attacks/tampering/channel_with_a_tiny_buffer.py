"""Gives the channel the smallest buffer that there is, and sends a long text through it.

stopped by: process
reasons: assertion
"""

import os
import socket


async def reports(ask, stations):
    from grader.worker.kernel import kernel

    connection = socket.socket(fileno=os.dup(kernel.peer.channel._write_fd))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
    return ["x" * 500_000]
