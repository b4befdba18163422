"""A class for requests; its objects are in the variable. A task group runs them."""

import asyncio
from contextvars import ContextVar


class Request:
    def __init__(self, name, sink):
        self.name, self.sink = name, sink

    def log(self, text):
        self.sink(self.name, text)

    async def run(self, handle):
        requests_of_contexts.set(self)
        await handle(self.name, self.log)


requests_of_contexts = ContextVar("requests_of_contexts")


def current_id():
    try:
        return requests_of_contexts.get().name
    except LookupError:
        return "-"


async def serve(requests, handle, sink):
    async with asyncio.TaskGroup() as group:
        for request in requests:
            group.create_task(Request(request, sink).run(handle))
