"""One scene for each promise, with mocks."""

import asyncio
from unittest.mock import Mock, call


async def never_too_soon_and_exactly_once(debounce):
    fn = Mock()
    search = debounce(fn, 10)
    for key in range(1, 6):
        search(key, upper=key * 2)
        await asyncio.sleep(6)
        fn.assert_not_called()
    await asyncio.sleep(3.75)
    fn.assert_not_called()
    await asyncio.sleep(0.5)
    fn.assert_called_once_with(5, upper=10)
    await asyncio.sleep(100)
    fn.assert_called_once()


async def burst_after_burst(debounce):
    fn = Mock()
    search = debounce(fn, 2)
    for key in ("a", "b", "c"):
        search("?")
        search(key)
        await asyncio.sleep(20)
    assert fn.mock_calls == [call("a"), call("b"), call("c")]


async def check(debounce):
    await never_too_soon_and_exactly_once(debounce)
    await burst_after_burst(debounce)
