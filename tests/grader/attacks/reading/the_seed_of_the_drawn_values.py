"""Asks the judge for its source of chance, to foretell what the stations will answer.

stopped by: process
reasons: assertion
"""

import random


async def reports(ask, stations):
    from grader.worker.kernel import kernel

    for name in ("random", "seed", "_seed", "getstate"):
        for number in range(2):
            try:
                found = kernel.peer.get(number, name)
            except AttributeError:
                continue
            print("BREACH:", name, found)
    random.seed(0)
    return [f"rain {random.randrange(1000, 10_000)}" for _ in stations]
