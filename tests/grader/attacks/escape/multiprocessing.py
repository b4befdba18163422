"""Starts a process by the multiprocessing module.

stopped by: seccomp
reasons: assertion
"""

import multiprocessing


def say(connection):
    connection.send("hello")


try:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=say, args=(there,))
    process.start()
    print("BREACH:", here.recv())
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
