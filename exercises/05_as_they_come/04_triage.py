"""Triage

Every night a job of a library fetches the catalogues of two hundred publishers, all together. In the
morning somebody wants to know what went wrong: were servers too slow (try again), was the network down
(call somebody), or were the files broken (write to the publisher)? But the job does not raise one error. It
goes on to the end, and then raises an `ExceptionGroup` with all the errors of the night; and where a part
of the job has parts itself, there are groups in the group.

Your task: write `triage(job)`.

- `job` is a coroutine function without arguments. Await `job()` once; what it returns is of no interest.
- Count its errors and return a dict with exactly these three keys. A kind that did not occur counts 0.
  - `"retry"`: every `TimeoutError`;
  - `"network"`: every other `OSError`. (`ConnectionError` is one; and `TimeoutError` is a subclass of
    `OSError`, too.)
  - `"data"`: every `ValueError`.
  An instance of a subclass counts like one of the class.
- The job may raise one `ExceptionGroup`, with any number of errors, nested as deeply as you like. Each
  single error counts once, wherever in the group it is; the groups themselves do not count. The job may
  also raise a single error outside of any group; that counts the same as a group of one. If it raises
  nothing, all counts are 0.
- Any other exception must not be lost. If there are some, raise a group that holds these, and nothing of
  what you have counted; nothing is returned then. How they are nested in this group is up to you. A single
  exception of another kind that was in no group may come out as it is, or in a group.
- When `triage` is cancelled, the job is cancelled, and the `CancelledError` comes out.
- Each call counts anew.

Run this file to see your program at work.
"""

from collections.abc import Awaitable, Callable


async def triage(job: Callable[[], Awaitable[None]]) -> dict[str, int]:
    """Run `job`; return how many of its errors are of the kinds "retry", "network" and "data".

    Raises a group of all its other errors, if there are any.
    """
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    def publisher(name: str, error: Exception | None = None) -> Callable[[], Awaitable[None]]:
        async def fetch() -> None:
            await asyncio.sleep(1)
            if error is not None:
                say(f"{name}: {error!r}")
                raise error

        return fetch

    def everything(name: str, *parts: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        async def fetch() -> None:
            ends = await asyncio.gather(*(part() for part in parts), return_exceptions=True)
            if errors := [end for end in ends if isinstance(end, Exception)]:
                raise ExceptionGroup(f"{name}: {len(errors)} of {len(parts)} failed", errors)

        return fetch

    ark = publisher("Ark")
    bay = publisher("Bay", TimeoutError("too slow"))
    cove = publisher("Cove", ConnectionError("no network"))
    dune = publisher("Dune", ValueError("half a file"))
    east = publisher("East", KeyError("title"))
    fen = publisher("Fen", TimeoutError("too slow"))
    nights = {
        "a quiet night": everything("all", ark, ark),
        "a bad night": everything("all", ark, dune, everything("abroad", bay, cove, fen)),
        "an odd night": everything("all", dune, everything("abroad", east, bay)),
    }

    async def main() -> None:
        for name, night in nights.items():
            try:
                say(f"{name}: {await triage(night)}")
            except* KeyError as group:
                say(f"{name}: nobody has counted {group!r}")

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nobody looks at the errors: `triage` is not written. Look for 'Your turn' in this file.")
