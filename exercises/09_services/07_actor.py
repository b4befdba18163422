"""Actor.

A sports club has one cash box, and it had three people with a key. Two of them counted it, each on its own,
each put in what had to be there, and in the evening nothing fitted. Now nobody has a key but the treasurer.
Whoever wants something writes a message and puts it into the treasurer's mailbox. The treasurer takes one
message after the other, does what it says, and answers, if an answer is asked for. Such a treasurer is
called an actor: it alone has the state, and so no lock is needed.

Write the class `Actor`. `Actor(handle, state, on_error)` begins with `state` and an empty mailbox.

- `await handle(state, message)` does what a message says: it returns `(new_state, reply)`. Messages are
  handled one at a time, in the order in which they came, each with the state that the one before it has
  left.
- `await actor.ask(message)` puts the message into the mailbox, waits until it has been handled, and returns
  the reply.
- `actor.tell(message)` is a plain function: it puts the message into the same mailbox and does not wait.
  Its reply is dropped.
- When `handle` raises an Exception, the state stays as it was, and the actor goes on with the next message.
  The exception comes out of `ask`, unchanged; for a message that was told, `on_error(exception)` is called,
  a plain function that does not fail, and for a message that was asked it is not.
- An asker may give up: be cancelled while it waits. Its message is handled all the same, whether it is just
  being handled or still in the mailbox, and the actor lives on. If such a message fails, its exception may
  go to `on_error`, or be dropped. Dropped means in silence: asyncio must not complain of an exception that
  was never retrieved.
- `await actor.stop()` lets the actor handle everything that is in the mailbox, and returns when that is
  done and no task of the actor is left. Askers who wait get their replies. From the moment when `stop()` is
  called, `ask` raises `ActorStopped` at once. `stop()` may be called more than once: each call returns when
  the actor has ended.
- State, messages and replies may be any values, also None. `handle` and `on_error` may call `tell` of the
  same actor.

What `tell` does after `stop()` has been called is left open. Nobody who waits in `stop()` is cancelled, and
`handle` is not cancelled by anybody else. `handle` does not change the state that it gets: it returns
another one. The actor is built inside the running loop.
"""

from collections.abc import Awaitable, Callable
from typing import Any


class ActorStopped(Exception):
    """The actor takes no more messages."""


class Actor:
    """Handles messages one at a time; nobody else touches its state."""

    # Your turn

    def __init__(
        self,
        handle: Callable[[Any, Any], Awaitable[tuple[Any, Any]]],
        state: Any,
        on_error: Callable[[Exception], None],
    ) -> None:
        """Begin with `state` and an empty mailbox."""
        raise NotImplementedError

    async def ask(self, message: Any) -> Any:
        """Send a message; wait for the reply and return it."""
        raise NotImplementedError

    def tell(self, message: Any) -> None:
        """Send a message, and wait for nothing."""
        raise NotImplementedError

    async def stop(self) -> None:
        """Handle what is in the mailbox, and end."""
        raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    async def demo() -> None:
        start = time.monotonic()

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def count(cash: int, amount: int) -> tuple[int, str]:
            await asyncio.sleep(0.4)
            if cash + amount < 0:
                raise ValueError(f"there are only {cash} in the box")
            say(f"  {amount:+} makes {cash + amount}")
            return cash + amount, f"{cash + amount} in the box"

        treasurer = Actor(count, 100, lambda error: say(f"  on_error: {error}"))

        async def ask(name: str, amount: int) -> None:
            try:
                say(f"{name} gets the answer: {await treasurer.ask(amount)}")
            except (ValueError, ActorStopped) as error:
                say(f"{name} gets an error: {error!r}")

        await asyncio.gather(ask("Anna", 20), ask("Ben", -500), ask("Cleo", -30))
        for amount in (5, -1000, 10):
            treasurer.tell(amount)
        say("three messages were told")
        await treasurer.stop()
        say("stopped")
        await ask("Dora", 1)

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("The class Actor is not written yet. Replace each `raise NotImplementedError` by your code.")
