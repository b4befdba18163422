import asyncio

import pytest


class Device:
    """A driver that calls back as its script says: for each question a list of (seconds, callback, values).

    Several values are several calls in a row, at the same moment.
    """

    def __init__(self, world, **script):
        self._script = script
        self._loop = asyncio.get_running_loop()
        self._questions = []
        self._complaints = []
        self.request = world.watched(self.request)

    def request(self, question, on_reply, on_error):
        self._questions.append(question)
        callbacks = {"on_reply": on_reply, "on_error": on_error}
        for seconds, name, *values in self._script[question]:
            self._loop.call_later(seconds, self._call_back, name, callbacks[name], values)
        return "accepted"

    def _call_back(self, name, callback, values):
        for value in values:
            try:
                callback(value)
            except Exception as error:
                self._complaints.append(f"{name}({value!r}) raised {error!r}")

    def questions(self):
        return self._questions

    async def complaints(self):
        """What the callbacks raised, when all of the script has been played."""
        await asyncio.sleep(10)
        return self._complaints


class Series(Device):
    """A driver that answers its requests by their number, whatever the question: (seconds, reply) each."""

    def __init__(self, world, *answers):
        super().__init__(world)
        self._answers = iter(answers)

    def request(self, question, on_reply, on_error):
        seconds, reply = next(self._answers, (1, "one too many"))
        self._script[question] = [(seconds, "on_reply", reply)]
        return Device.request(self, question, on_reply, on_error)


def reading(world):
    """A reply that nobody can guess."""
    return f"{world.random.randrange(1000, 10_000)} degrees"


@pytest.mark.points(2)
@pytest.mark.public
async def test_the_reply_is_returned_when_it_arrives(submission, world):
    """The reply of 0.73 s is returned after 0.73 s."""
    reply = reading(world)
    device = Device(world, heat=[(0.73, "on_reply", reply)])

    assert await submission.ask(device, "heat") == reply
    assert world.elapsed == 0.73
    assert device.questions() == ["heat"]


@pytest.mark.points(1)
@pytest.mark.public
async def test_the_error_is_raised_when_it_arrives(submission, world):
    """The error of 1.25 s is raised after 1.25 s."""
    reason = f"jam {world.random.randrange(1000, 10_000)}"
    device = Device(world, heat=[(1.25, "on_error", OSError(reason))])

    with pytest.raises(OSError) as caught:
        await submission.ask(device, "heat")

    assert (type(caught.value), caught.value.args) == (OSError, (reason,))
    assert world.elapsed == 1.25


@pytest.mark.points(1)
async def test_a_second_reply_does_nothing(submission, world):
    """Of two replies, at 0.5 s and at 0.6 s, the first counts, and the second does no harm."""
    reply = reading(world)
    device = Device(world, heat=[(0.5, "on_reply", reply), (0.6, "on_reply", "an echo")])

    assert await submission.ask(device, "heat") == reply
    assert world.elapsed == 0.5
    assert await device.complaints() == []


@pytest.mark.points(1)
async def test_two_replies_in_a_row(submission, world):
    """Of two replies in a row, at the same moment, the first counts, and the second does no harm."""
    reply = reading(world)
    device = Device(world, heat=[(0.5, "on_reply", reply, "an echo")])

    assert await submission.ask(device, "heat") == reply
    assert await device.complaints() == []


@pytest.mark.points(2)
async def test_who_gave_up_is_not_disturbed(submission, world):
    """Cancelled, it ends at once; a late reply or error does no harm and answers no other question."""
    reply = reading(world)
    device = Device(
        world,
        heat=[(0.5, "on_reply", "too late")],
        dust=[(0.6, "on_error", OSError("too late"))],
        wind=[(1, "on_reply", reply)],
    )

    for question in "heat", "dust":
        given_up = asyncio.create_task(submission.ask(device, question))
        await asyncio.sleep(0.2)
        given_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await given_up

    assert world.elapsed == 0.4
    assert await submission.ask(device, "wind") == reply
    assert world.elapsed == 1.4
    assert await device.complaints() == []


@pytest.mark.points(1)
async def test_two_questions_under_way(submission, world):
    """Two questions that are under way together get their own answers, whichever comes first."""
    replies = [reading(world), reading(world)]
    device = Device(world, heat=[(0.9, "on_reply", replies[0])], wind=[(0.4, "on_reply", replies[1])])

    assert await asyncio.gather(submission.ask(device, "heat"), submission.ask(device, "wind")) == replies
    assert world.elapsed == 0.9
    assert sorted(device.questions()) == ["heat", "wind"]


@pytest.mark.points(1)
async def test_the_same_question_again(submission, world):
    """The same question again, be the first one given up, under way or answered, is a new request."""
    replies = [reading(world), reading(world)]
    latest = reading(world)
    device = Series(world, (0.9, "too late"), (60, replies[0]), (0.4, replies[1]), (2, latest))

    given_up = asyncio.create_task(submission.ask(device, "heat"))
    await asyncio.sleep(0.2)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up

    both = asyncio.gather(submission.ask(device, "heat"), submission.ask(device, "heat"))
    assert sorted(await both) == sorted(replies)
    assert world.elapsed == 60.2
    assert await submission.ask(device, "heat") == latest
    assert world.elapsed == 62.2
    assert device.questions() == ["heat"] * 4
    assert await device.complaints() == []


@pytest.mark.points(1)
async def test_an_empty_reply(submission, world):
    """An empty text is a reply like any other."""
    device = Device(world, heat=[(0.3, "on_reply", "")])

    assert await submission.ask(device, "heat") == ""
    assert world.elapsed == 0.3
