"""concurrent.futures.wait says whether the future is done in time; no exception is caught."""

import asyncio
import concurrent.futures
from collections.abc import Awaitable, Callable
from functools import partial


def _scanned(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float, code: str
) -> int:
    look_up = asyncio.run_coroutine_threadsafe(price(code), loop)
    done, _ = concurrent.futures.wait([look_up], timeout=limit)
    if not done:
        look_up.cancel()
        raise TimeoutError
    return look_up.result()


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    return partial(_scanned, loop, price, limit)
