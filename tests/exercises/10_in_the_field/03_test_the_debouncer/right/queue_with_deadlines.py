"""`fn` puts its arguments into a queue; each expected call is awaited with a deadline, in tasks side by
side."""

import asyncio


class Reader:
    def __init__(self, debounce, quiet):
        self.heard = asyncio.Queue()
        self.quiet = quiet
        self.type = debounce(self.hear, quiet)

    def hear(self, *args, **kwargs):
        self.heard.put_nowait((args, kwargs))

    async def silence(self, seconds):
        try:
            async with asyncio.timeout(seconds):
                unexpected = await self.heard.get()
        except TimeoutError:
            return
        raise AssertionError(f"unexpected: {unexpected}")

    async def expects(self, *args, **kwargs):
        async with asyncio.timeout(0.25 * self.quiet):
            assert await self.heard.get() == (args, kwargs)


async def long_burst(debounce):
    reader = Reader(debounce, 2)
    for letter in "whale":
        reader.type(letter, letter.upper(), field="title", word=letter * 3)
        await reader.silence(1.8)
    await reader.expects("e", "E", field="title", word="eee")
    await reader.silence(50)


async def single_calls(debounce):
    reader = Reader(debounce, 1)
    for number in range(3):
        reader.type(number)
        await reader.silence(0.9)
        await reader.expects(number)


async def check(debounce):
    async with asyncio.TaskGroup() as group:
        group.create_task(long_burst(debounce))
        group.create_task(single_calls(debounce))
