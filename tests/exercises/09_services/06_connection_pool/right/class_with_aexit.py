"""A class for the block; its exit is told what ended the block. A semaphore for the places."""

import asyncio


class Loan:
    def __init__(self, pool):
        self.pool = pool

    async def __aenter__(self):
        await self.pool.permits.acquire()
        try:
            self.conn = self.pool.idle.pop() if self.pool.idle else await self.pool.connect()
        except BaseException:
            self.pool.permits.release()
            raise
        return self.conn

    async def __aexit__(self, kind, error, traceback):
        if isinstance(error, OSError):
            await self.conn.close()
        else:
            self.pool.idle.append(self.conn)
        self.pool.permits.release()


class Pool:
    def __init__(self, connect, size):
        self.connect = connect
        self.permits = asyncio.BoundedSemaphore(size)
        self.idle = []

    def get(self):
        return Loan(self)

    async def aclose(self):
        async with asyncio.TaskGroup() as group:
            while self.idle:
                group.create_task(self.idle.pop().close())
