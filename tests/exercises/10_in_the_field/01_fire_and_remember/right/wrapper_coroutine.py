"""A coroutine around each job reports its error and takes it off the list; numbers stand for the jobs."""

import asyncio
from itertools import count


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._jobs = {}
        self._numbers = count()

    @property
    def active(self):
        return len(self._jobs)

    def spawn(self, coro):
        number = next(self._numbers)
        self._jobs[number] = asyncio.create_task(self._run(number, coro))

    async def _run(self, number, coro):
        try:
            await coro
        except Exception as error:
            self._on_error(error)
        finally:
            del self._jobs[number]

    async def aclose(self, grace):
        jobs = list(self._jobs.values())
        try:
            await asyncio.wait_for(asyncio.gather(*jobs, return_exceptions=True), grace)
        except TimeoutError:
            await asyncio.gather(*jobs, return_exceptions=True)
