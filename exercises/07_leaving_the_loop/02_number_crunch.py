"""Number crunch.

An archive of old films is copied to new disks. Before a film is deleted from the old disk, both copies are
hashed, thousands of rounds for each file, so that nobody can slip in a changed one. That is pure
computation, and it keeps a processor busy for seconds. The web page that shows how far the copying has come
is served by the same program, and it froze while a file was hashed. Threads were no help: of all threads of
a process, only one runs Python code at a time. So there is a pool of processes now, one for each processor.

Write `hash_all`. `digest(blob, rounds)` is a plain function that computes the hash of one file, a string;
or it raises an exception. `blobs` are the files: a dict from name to content. `pool` is a process pool, a
`concurrent.futures.Executor`.

- Each file is one job: `digest(blob, rounds)`, once for every file, also where two files have the same
  content. All jobs are given to `pool` at the moment when `hash_all` is called; the pool decides when each
  of them begins. There may be many more jobs than processes.
- The event loop is free all the time: also when a file cannot be hashed, and when `hash_all` is cancelled.
- Return a dict from name to digest, at the moment when the last digest is there. The order of its keys is
  free. With no files, return an empty dict at once.
- What goes into a process pool is pickled, and so is what comes out. A function is pickled by its name: one
  that stands at the top level of a file can go, as `digest` can; a lambda, a function inside of another
  function or a coroutine cannot.
- If a job fails, its exception comes out of `hash_all`: the exception itself, not one that contains it. It
  comes out at once, or when the other jobs have ended; both are right. Not more than one job fails.
- If `hash_all` is cancelled, it ends as cancelled: at once, or when the jobs have ended; both are right. So
  is any answer to what becomes of jobs that have not begun.
- The pool belongs to your caller, who will use it again: leave it open. Use no other pool for the hashing.
"""

from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    """Hash all `blobs` in the processes of `pool`, without stopping the loop; return `{name: digest}`."""
    # Your turn
    raise NotImplementedError


def sha(blob: bytes, rounds: int) -> str:
    """The digest of the demo. It stands at the top level of the file, so it can be pickled."""
    import hashlib

    for _ in range(rounds):
        blob = hashlib.sha256(blob).digest()
    return blob.hex()[:8]


if __name__ == "__main__":
    import asyncio
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
        try:
            asyncio.run(demo(pool))
        except NotImplementedError:
            print("hash_all is not written yet. Replace `raise NotImplementedError` by your code.")
