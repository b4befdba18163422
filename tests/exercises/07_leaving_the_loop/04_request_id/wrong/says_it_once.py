"""You drop a line that the same request has written before. Nobody asked for that: who reads the log wants to see that it
happened twice. Each call of `log` is one call of `sink`.
"""

import asyncio
from contextvars import ContextVar

request_id = ContextVar("request_id", default="-")


def current_id():
    return request_id.get()


async def serve(requests, handle, sink):
    async def serve_one(request):
        said = set()

        def log(text):
            if text not in said:
                said.add(text)
                sink(request, text)

        request_id.set(request)
        await handle(request, log)

    await asyncio.gather(*(serve_one(request) for request in requests))
