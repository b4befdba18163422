"""Triage

Where many things run together, many things can fail together: this is what an `ExceptionGroup` is for. An
ordinary `except OSError` does not look into a group. `except*` does: it splits the group into the part that
fits, in all its levels, and the rest. The rest goes to the next clause, and what is left at the end is
raised on.
"""

from collections.abc import Awaitable, Callable


def errors_in(error: BaseException) -> int:
    """How many single errors there are in a group, in all its levels."""
    # `len(group.exceptions)` counts the uppermost level only, and a group in it as one.
    if isinstance(error, BaseExceptionGroup):
        return sum(errors_in(part) for part in error.exceptions)
    return 1


async def triage(job: Callable[[], Awaitable[None]]) -> dict[str, int]:
    """Run `job`; return how many of its errors are of the kinds "retry", "network" and "data".

    Raises a group of all its other errors, if there are any.
    """
    counts = {"retry": 0, "network": 0, "data": 0}
    # Several of these clauses can run for one group; with an ordinary `except`, it is one at the most. `group`
    # is always a group: of a single error, `except*` makes a group of one.
    try:
        await job()
    except* TimeoutError as group:  # before OSError, which would take these as well
        counts["retry"] = errors_in(group)
    except* OSError as group:
        counts["network"] = errors_in(group)
    except* ValueError as group:
        counts["data"] = errors_in(group)
    # No clause for the rest: what nobody has taken is raised here, without what the clauses have taken. A
    # CancelledError goes through all this as it is.

    # Python does not allow `return` inside `except*`: there might be a rest that has still to be raised.
    return counts


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

    asyncio.run(main())
