"""Number crunch: the solution.

The loop gives the computing away and awaits it. Whether a thread or another process does the work is decided
by the pool. For the loop it is the same: `run_in_executor` returns a future, and it is filled when the job is
done.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    """Hash all `blobs` in the processes of `pool`, without stopping the loop; return `{name: digest}`."""
    loop = asyncio.get_running_loop()
    # The function and its arguments go separately: each of them is pickled, sent to the other process, and
    # put together there. `lambda: digest(blob, rounds)` would have to be pickled as a whole, and cannot be.
    # (There are no keyword arguments here; `functools.partial(digest, blob, rounds=rounds)` can be pickled.)
    jobs = [loop.run_in_executor(pool, digest, blob, rounds) for blob in blobs.values()]

    # All jobs are with the pool now. gather keeps their order, and a dict keeps the order of its keys, so the
    # two fit together again. When this is cancelled, gather cancels the futures, and a job that has not begun
    # never begins.
    return dict(zip(blobs, await asyncio.gather(*jobs), strict=True))


# `pool.submit` and `pool.map` give jobs away just as well. But their results know nothing of asyncio: to take
# them is to wait without an `await`. `asyncio.wrap_future(pool.submit(...))` makes a future for the loop.
#
# To send data to another process costs time as well. For small jobs in great numbers, make one job of many.


def sha(blob: bytes, rounds: int) -> str:
    """The digest of the demo. It stands at the top level of the file, so it can be pickled."""
    import hashlib

    for _ in range(rounds):
        blob = hashlib.sha256(blob).digest()
    return blob.hex()[:8]


if __name__ == "__main__":
    import time
    from concurrent.futures import ProcessPoolExecutor

    async def demo(pool: Executor) -> None:
        start = time.monotonic()

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def web_page() -> None:
            while True:
                await asyncio.sleep(0.5)
                say("the web page answers")

        page = asyncio.create_task(web_page())
        films = {"alien": b"1", "brazil": b"2", "casablanca": b"3", "dune": b"4"}
        for name, digest in (await hash_all(pool, sha, films, 1_000_000)).items():
            say(f"{name}: {digest}")
        page.cancel()

    with ProcessPoolExecutor() as pool:
        asyncio.run(demo(pool))
