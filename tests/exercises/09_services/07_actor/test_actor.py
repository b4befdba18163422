import asyncio

import pytest


class Box:
    """A cash box: the state is what is in it, and messages are amounts. Negative contents are an error."""

    def __init__(self, world, seconds=1):
        self.cash = world.random.randrange(1000, 10_000)  # at the beginning
        self.count = world.service("count", seconds=seconds, answer=self._counted, error=self._refused)
        self.on_error = world.callback("on_error")

    def too_much(self, world):
        """A message that fails."""
        return -world.random.randrange(10**6, 10**9)

    def reply(self, amount, *before):
        """The reply to an amount, when the amounts `before` have been counted."""
        return f"{self.cash + sum(before)} {amount:+}"

    def _counted(self, cash, amount):
        return cash + amount, f"{cash} {amount:+}"

    def _refused(self, cash, amount):
        return ValueError(f"{cash} {amount}") if cash + amount < 0 else None

    def refusal(self, amount, *before):
        """The words of the error of a message that fails."""
        return f"{self.cash + sum(before)} {amount}"

    @property
    def counted(self):
        """What was handled: amount, how it ended, and when."""
        return [(call.args[1], call.outcome, call.end) for call in self.count.calls]

    @property
    def errors(self):
        """What came to `on_error`: the kind, the words, and when."""
        return [(type(call.args[0]), str(call.args[0]), call.start) for call in self.on_error.calls]


def amounts(world, count):
    """Distinct messages that cannot be guessed."""
    return world.random.sample(range(1, 1000), count)


async def until(world, moment):
    await asyncio.sleep(moment - world.elapsed)


async def answer(world, actor, message):
    """Ask: the reply, and when it was there."""
    return await actor.ask(message), world.elapsed


@pytest.mark.points(1)
@pytest.mark.public
async def test_three_questions(submission, world):
    """Three asks at once, 1 s each: replies at 1 s, 2 s and 3 s, each counted on from the one before."""
    box = Box(world)
    a, b, c = amounts(world, 3)
    actor = submission.Actor(box.count, box.cash, box.on_error)

    replies = await asyncio.gather(*(answer(world, actor, amount) for amount in (a, b, c)))
    assert replies == [(box.reply(a), 1.0), (box.reply(b, a), 2.0), (box.reply(c, a, b), 3.0)]

    await actor.stop()
    assert world.elapsed == 3.0


@pytest.mark.points(1)
@pytest.mark.public
async def test_a_question_that_fails(submission, world):
    """The error of a message comes out of `ask`, and the next one finds the state unharmed."""
    box = Box(world)
    a, b = amounts(world, 2)
    bad = box.too_much(world)
    actor = submission.Actor(box.count, box.cash, box.on_error)
    waiting = asyncio.create_task(answer(world, actor, a))
    await asyncio.sleep(0)
    refused = asyncio.create_task(actor.ask(bad))
    await asyncio.sleep(0)
    next_in_line = asyncio.create_task(answer(world, actor, b))

    assert await waiting == (box.reply(a), 1.0)
    with pytest.raises(ValueError) as caught:
        await refused
    assert world.elapsed == 2.0
    assert str(caught.value) == box.refusal(bad, a)
    assert await next_in_line == (box.reply(b, a), 3.0)
    assert box.errors == []
    await actor.stop()


@pytest.mark.points(1)
async def test_told_messages_that_fail(submission, world):
    """`tell` does not wait; of four messages two fail, and `on_error` gets both errors, at 1 s and 3 s."""
    box = Box(world)
    a, b, c = amounts(world, 3)
    bad, worse = box.too_much(world), box.too_much(world)
    actor = submission.Actor(box.count, box.cash, box.on_error)

    for message in (bad, a, worse, b):
        actor.tell(message)
    assert world.elapsed == 0.0
    assert await answer(world, actor, c) == (box.reply(c, a, b), 5.0)
    assert box.errors == [
        (ValueError, box.refusal(bad), 1.0),
        (ValueError, box.refusal(worse, a), 3.0),
    ]
    await actor.stop()


@pytest.mark.points(1)
async def test_in_order_and_one_at_a_time(submission, world):
    """Slow and quick messages, asked and told, some of them later: in order, and never two at a time."""
    messages = amounts(world, 7)
    seconds = dict(zip(messages, [3, 0.5, 0, 1, 0.25, 0, 2], strict=True))
    box = Box(world, seconds=lambda cash, amount: seconds[amount])
    actor = submission.Actor(box.count, box.cash, box.on_error)
    asked = []

    for number, message in enumerate(messages):
        if number % 2:
            asked.append(asyncio.create_task(answer(world, actor, message)))
            await asyncio.sleep(0)
        else:
            actor.tell(message)
        if number >= 3:
            await asyncio.sleep(1.75)
    replies = [await each for each in asked]
    await actor.stop()

    assert [amount for amount, _, _ in box.counted] == messages
    assert [call.args[0] for call in box.count.calls] == [
        box.cash + sum(messages[:number]) for number in range(7)
    ]
    assert box.count.most_at_once == 1
    assert replies == [
        (box.reply(messages[1], *messages[:1]), 3.5),
        (box.reply(messages[3], *messages[:3]), 4.5),
        (box.reply(messages[5], *messages[:5]), 4.75),
    ]
    assert world.elapsed == 7.25


@pytest.mark.points(2)
async def test_stop_empties_the_mailbox(submission, world):
    """Two told, one asked, and stop: it returns after 3 s, all were handled; `ask` is refused at once."""
    box = Box(world)
    a, b, c, d = amounts(world, 4)
    actor = submission.Actor(box.count, box.cash, box.on_error)
    actor.tell(a)
    asker = asyncio.create_task(answer(world, actor, b))
    await asyncio.sleep(0)
    actor.tell(c)

    stopping = asyncio.create_task(actor.stop())
    await until(world, 0.5)
    with pytest.raises(submission.ActorStopped):
        await actor.ask(d)
    assert world.elapsed == 0.5
    await actor.stop()
    assert world.elapsed == 3.0
    await stopping
    assert await asker == (box.reply(b, a), 2.0)
    assert box.counted == [(a, "ok", 1.0), (b, "ok", 2.0), (c, "ok", 3.0)]
    assert world.tasks() == [], "when `stop` had returned, a task was left"

    with pytest.raises(submission.ActorStopped):
        await actor.ask(d)
    await actor.stop()
    assert world.elapsed == 3.0
    assert len(box.counted) == 3


@pytest.mark.points(1)
async def test_two_actors(submission, world):
    """Two actors with their own mailboxes and states work together, one for an hour; an idle one stops at once."""
    a, b, c, slow = amounts(world, 4)
    box, other_box = Box(world), Box(world, seconds=lambda cash, amount: 3600 if amount == slow else 1)
    actor = submission.Actor(box.count, box.cash, box.on_error)
    other = submission.Actor(other_box.count, other_box.cash, other_box.on_error)
    idle = submission.Actor(box.count, box.cash, box.on_error)

    await idle.stop()
    assert world.elapsed == 0.0
    with pytest.raises(submission.ActorStopped):
        await idle.ask(a)

    replies = await asyncio.gather(*(answer(world, each, a) for each in (actor, other)))
    assert replies == [(box.reply(a), 1.0), (other_box.reply(a), 1.0)]
    await actor.stop()
    assert world.elapsed == 1.0
    other.tell(b)
    await until(world, 5)
    assert await answer(world, other, c) == (other_box.reply(c, a, b), 6.0)
    assert await answer(world, other, slow) == (other_box.reply(slow, a, b, c), 3606.0)
    await other.stop()
    assert world.elapsed == 3606.0


@pytest.mark.points(1)
async def test_askers_who_give_up(submission, world):
    """Askers cancelled while their message is handled, or waits, or has its reply: all are handled."""
    box = Box(world)
    a, b, c, d, e = amounts(world, 5)
    actor = submission.Actor(box.count, box.cash, box.on_error)
    first, second, third = [asyncio.create_task(actor.ask(amount)) for amount in (a, b, c)]

    await until(world, 0.25)
    second.cancel()
    await until(world, 0.5)
    first.cancel()
    for asker in (first, second):
        with pytest.raises(asyncio.CancelledError):
            await asker
    assert world.elapsed == 0.5
    await until(world, 3)
    third.cancel()  # it has its reply, or just not
    await asyncio.wait([third])

    assert await answer(world, actor, d) == (box.reply(d, a, b, c), 4.0)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await actor.ask(e)
    assert world.elapsed == 4.5
    await actor.stop()
    assert box.counted == [(amount, "ok", float(at)) for at, amount in enumerate((a, b, c, d, e), start=1)]
    assert box.errors == []


@pytest.mark.points(1)
async def test_a_failure_that_nobody_waits_for(submission, world):
    """An asker gives up at 0.5 s, and its message fails at 1 s: the next asker gets its reply at 2 s."""
    box = Box(world)
    (a,) = amounts(world, 1)
    bad = box.too_much(world)
    actor = submission.Actor(box.count, box.cash, box.on_error)
    gives_up = asyncio.create_task(actor.ask(bad))
    await until(world, 0.25)
    waits = asyncio.create_task(answer(world, actor, a))
    await until(world, 0.5)
    gives_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await gives_up

    assert await waits == (box.reply(a), 2.0)
    assert box.counted == [(bad, "failed", 1.0), (a, "ok", 2.0)]
    await actor.stop()


@pytest.mark.points(1)
async def test_any_values_and_messages_from_within(submission, world):
    """None and exceptions are values like others; `handle` and `on_error` may tell the actor something themselves."""
    number = world.random.randrange(1000)
    log = []

    async def handle(state, message):
        await asyncio.sleep(1)
        log.append((state, message, world.elapsed))
        if message == "fail":
            raise KeyError(number)
        if message == "spread":
            actor.tell("fail")
            actor.tell(number)
        return message, message if isinstance(message, OSError) else None

    def on_error(error):
        actor.tell(error.args)

    actor = submission.Actor(handle, None, on_error)
    actor.tell(None)
    assert await actor.ask("spread") is None
    assert world.elapsed == 2.0
    await until(world, 10)
    assert await actor.ask(None) is None
    reply = await actor.ask(OSError(number))
    assert (type(reply), reply.args) == (OSError, (number,))
    await actor.stop()
    state, message, at = log.pop()
    assert (state, type(message), at) == (None, OSError, 12.0)
    assert log == [
        (None, None, 1.0),
        (None, "spread", 2.0),
        ("spread", "fail", 3.0),
        ("spread", number, 4.0),
        (number, (number,), 5.0),
        ((number,), None, 11.0),
    ]
