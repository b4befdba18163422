"""Token bucket

A parcel service asks a map company for the position of each address. The contract allows three questions a
second on average, and a short burst now and then: when a truck has just been loaded, ten questions may go out
at once. Whoever asks more is locked out for a day. So every part of the program takes a token from a common
bucket before it asks.

Your task: write the class `TokenBucket`. `TokenBucket(rate, burst)` is full in the beginning: it holds
`burst` tokens.

- New tokens flow in evenly, `rate` of them in a second, as water would: after half of the time for a token,
  half a token is there, and it counts. `rate` may be any number above 0, also below 1.
- There are never more than `burst` tokens in the bucket. What flows into a full bucket is lost. `burst` is 1
  or more.
- `await bucket.acquire()` takes one whole token. If there is one, and nobody else is
  waiting, it returns at once. Else it waits until the moment when its token is there.
- Callers are served in the order in which they came. Who comes later never goes first, not even if the call
  comes at the very moment at which a token is complete.
- Nobody is kept waiting longer than necessary: with `n` callers in the line, the first one goes when the
  first token is complete, the next one `1 / rate` seconds later, and so on.
- A caller who is cancelled while it waits takes no token and costs nobody anything: those behind it move up.
  This is also so when it is cancelled at the very moment at which its token is complete: either it has the
  token, or the next one in the line gets it, at the same moment.
- There is no `close()`. So when nobody waits, the bucket has no task that is still running.
- Each bucket has tokens of its own.

A bucket is made inside the running loop. Sums of floats may be wrong in the last digit: a program that waits a
tiny part of a second longer for that reason is right.

Run this file to see your program at work.
"""


class TokenBucket:
    """A limit of `rate` calls per second on average, with bursts of up to `burst` calls."""

    # Your turn: replace the body of each method.

    def __init__(self, rate: float, burst: int) -> None:
        """Begin with a full bucket."""
        raise NotImplementedError

    async def acquire(self) -> None:
        """Wait for a token, and take it. Callers are served in the order in which they came."""
        raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def ask(bucket: TokenBucket, address: int) -> None:
        await bucket.acquire()
        say(f"  where is address {address}?")

    async def main() -> None:
        bucket = TokenBucket(rate=2, burst=3)
        say("six addresses, with a burst of 3 and 2 a second: 0, 0, 0, 0.5, 1.0 and 1.5 s")
        await asyncio.gather(*(ask(bucket, number) for number in range(1, 7)))
        await asyncio.sleep(1)
        say("after a pause of 1 s there are two tokens; the third address waits half a second")
        await asyncio.gather(*(ask(bucket, number) for number in range(7, 10)))
        say("done (at 3.0 s)")

    try:
        asyncio.run(main())
    except NotImplementedError:
        print(
            "Nobody may ask anything: the class `TokenBucket` is not written. Look for 'Your turn' in this file."
        )
