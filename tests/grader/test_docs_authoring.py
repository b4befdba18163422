"""The examples of docs/authoring.md that show the words of a hidden test work as they stand there."""

import re

import pytest
from small_kit import PROJECT, dedented
from world_probe import CORE, passed

SOLUTIONS = {
    "### Functions that block or compute": """
        async def read_all(read, sensors):
            return await asyncio.gather(*[asyncio.to_thread(read, sensor) for sensor in sensors])
    """,
    "### A process pool": """
        async def hash_all(pool, digest, blobs, rounds):
            loop = asyncio.get_running_loop()
            jobs = [loop.run_in_executor(pool, digest, blob, rounds) for blob in blobs.values()]
            return dict(zip(blobs, await asyncio.gather(*jobs)))
    """,
    "### Connections": """
        async def handle(reader, writer):
            while line := await reader.readline():
                writer.write(line.upper())
                await writer.drain()
            writer.close()
            await writer.wait_closed()
    """,
    "### Threads, and data that follows the task": """
        def make_callback(loop, price, limit):
            return lambda code: asyncio.run_coroutine_threadsafe(price(code), loop).result(limit)
    """,
    "### An author's code in the submission's process": """
        tasks = set()

        def spawn(job):
            tasks.add(asyncio.create_task(job))

        async def all_done():
            await asyncio.wait(tasks)
    """,
    "### Judging a student's own test": """
        async def check(debounce):
            calls = []
            debounce(calls.append, 1)(7)
            await asyncio.sleep(2)
            assert calls == [7]
    """,
}
PLAIN = {"make_callback", "spawn"}


@pytest.mark.parametrize("heading", SOLUTIONS)
def test_the_example_of_a_section_works(kit, heading):
    text = (PROJECT / "docs" / "authoring.md").read_text(encoding="utf-8")
    section = text.split(f"{heading}\n")[1]
    example = re.findall(r"```python\n(.*?)```", section, re.DOTALL)[0]
    asked_for = set(re.findall(r"submission\.(\w+)", example))
    stub = "".join(
        f"{'def' if name in PLAIN else 'async def'} {name}(*args):\n    raise NotImplementedError\n"
        for name in asked_for
    )
    kit.add(f"import asyncio\n\n{example}", stub=stub)

    (report,) = kit.judge(CORE + dedented(SOLUTIONS[heading]))

    assert passed(report) is True
