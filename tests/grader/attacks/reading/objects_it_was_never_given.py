"""Calls objects of the judge by numbers that it was never given.

stopped by: process
reasons: protocol
"""


async def reports(ask, stations):
    from grader.worker.kernel import kernel

    for number in range(2, 200):
        print("BREACH:", kernel.peer.call(number, "", (), {}))
    return None
