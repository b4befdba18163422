"""Shuts the half of the channel on which the judge speaks.

stopped by: process
reasons: crash
"""

import os
import socket


async def reports(ask, stations):
    from grader.worker.kernel import kernel

    connection = socket.socket(fileno=os.dup(kernel.peer.channel._read_fd))
    connection.shutdown(socket.SHUT_RD)
    return [await ask(station) for station in stations]
