"""Makes the channel to the judge non-blocking.

stopped by: process
reasons: assertion crash exception protocol
"""

import os


async def reports(ask, stations):
    from grader.worker.kernel import kernel

    os.set_blocking(kernel.peer.channel._read_fd, False)
    return [await ask(station) for station in stations]
