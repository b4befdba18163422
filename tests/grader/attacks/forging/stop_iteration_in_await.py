"""An awaitable whose __await__ raises StopIteration with the answer
stopped by: process
reasons: exception
"""


class Awaitable:
    def __await__(self):
        raise StopIteration(["rain"])


def reports(ask, stations):
    return Awaitable()
