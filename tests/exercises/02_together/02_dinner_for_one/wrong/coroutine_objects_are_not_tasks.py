"""`boil()` and `chop()` make two coroutine objects, and you call the guest as if they were under way.
Nothing is: a coroutine object begins when it is awaited, and the chopping begins only when the pasta is
ready.
"""

from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    pasta = boil()
    salad = chop()
    on_start(["boil", "chop"])
    return await serve(await pasta, await salad)
