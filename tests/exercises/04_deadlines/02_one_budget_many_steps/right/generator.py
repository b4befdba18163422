"""An async generator loads; the timeout is around the loop that collects."""

import asyncio
import contextlib


async def loaded(sections):
    for section in sections:
        yield await section()


async def load_page(sections, budget):
    texts = []
    async with contextlib.aclosing(loaded(sections)) as stream:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(budget):
                async for text in stream:
                    texts.append(text)  # noqa: PERF401 (a comprehension would lose them all)
    return texts
