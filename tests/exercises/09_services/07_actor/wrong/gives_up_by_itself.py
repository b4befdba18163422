"""After ten seconds your `ask` gives up. A message may take an hour, and the asker waits for its reply. How long somebody
is willing to wait is for the asker to say, with a timeout around `ask`.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

# The wish to stop takes its place in the line, behind everything that came before it. An object of our own,
# and not None: that may be a message.
_STOP = object()


class ActorStopped(Exception):
    """The actor takes no more messages."""


class Actor:
    """Handles messages one at a time; nobody else touches its state."""

    def __init__(
        self,
        handle: Callable[[Any, Any], Awaitable[tuple[Any, Any]]],
        state: Any,
        on_error: Callable[[Exception], None],
    ) -> None:
        """Begin with `state` and an empty mailbox."""
        self._handle = handle
        self._state = state
        self._on_error = on_error
        # Without a bound: `tell` must not wait. So nothing slows down those who tell too much.
        self._mailbox: asyncio.Queue[Any] = asyncio.Queue()
        self._stopping = False
        self._work = asyncio.create_task(self._handle_all())  # kept: the loop itself holds tasks only weakly

    async def ask(self, message: Any) -> Any:
        """Send a message; wait for the reply and return it."""
        if self._stopping:
            raise ActorStopped("the actor takes no more messages")
        reply = asyncio.get_running_loop().create_future()
        self._mailbox.put_nowait((message, reply))
        # Whoever is cancelled here cancels this future, and nothing else: the message is in the mailbox.
        return await asyncio.wait_for(reply, 10)

    def tell(self, message: Any) -> None:
        """Send a message, and wait for nothing."""
        self._mailbox.put_nowait((message, None))

    async def stop(self) -> None:
        """Handle what is in the mailbox, and end."""
        if not self._stopping:
            self._stopping = True
            self._mailbox.put_nowait(_STOP)
        # The shield: if somebody gives up waiting for the end, the messages are not to be lost by that.
        await asyncio.shield(self._work)

    async def _handle_all(self) -> None:
        while (letter := await self._mailbox.get()) is not _STOP:
            await self._handle_one(*letter)

    async def _handle_one(self, message: Any, reply: asyncio.Future[Any] | None) -> None:
        try:
            # Both are assigned, or neither: when `handle` raises, the state stays as it was.
            self._state, answer = await self._handle(self._state, message)
        except Exception as error:  # noqa: BLE001 (whatever it is: it belongs to whoever sent the message)
            if reply is None:
                self._on_error(error)
            elif not reply.done():
                reply.set_exception(error)
        else:
            # done() here means: the asker has given up. set_result() would raise InvalidStateError, in this
            # task, and that would be the end of the actor.
            if reply is not None and not reply.done():
                reply.set_result(answer)


# From Python 3.13 on, `self._mailbox.shutdown()` can take the place of _STOP: get() hands out what is left,
# and raises QueueShutDown then; and so does put_nowait() at once, in `tell` as well.
