"""One object for each load, with an event; a callback of the task fills it in."""

import asyncio
import time


class Entry:
    def __init__(self, coroutine):
        self.ended = asyncio.Event()
        self.arrived = None
        self.task = asyncio.ensure_future(coroutine)
        self.task.add_done_callback(self.end)

    def end(self, task):
        if not task.exception():
            self.arrived = time.monotonic()
        self.ended.set()

    def usable(self, ttl):
        if not self.task.done():
            return True
        return not self.task.exception() and time.monotonic() - (self.arrived or time.monotonic()) < ttl


class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.entries = {}

    async def get(self, key):
        entry = self.entries.get(key)
        if entry is None or not entry.usable(self.ttl):
            entry = self.entries[key] = Entry(self.load(key))
        await entry.ended.wait()
        return entry.task.result()
