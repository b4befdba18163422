"""Your log remembers its request, but asks for the current id first. Called from inside of another request, it writes the
other one's id. A log belongs to the request that it was made for, whoever calls it.
"""

import asyncio
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


def current_id():
    return request_id.get()


async def serve(requests, handle, sink):
    async def serve_one(request):
        def log(text):
            here = current_id()
            sink(request if here == "-" else here, text)

        request_id.set(request)
        await handle(request, log)

    await asyncio.gather(*(serve_one(request) for request in requests))
