"""Hidden tests of `one-step-then-the-next`."""

import asyncio

import pytest


class Kitchen:
    """The three steps. A number in the name of each loaf keeps anybody from guessing it."""

    def __init__(self, world, seconds=(1, 3, 2), rise_error=None, bake_error=None):
        knead, rise, bake = seconds
        self.number = number = world.random.randrange(10_000)
        self.knead = world.service("knead", seconds=knead, answer=lambda flour: f"d{number}({flour})")
        self.rise = world.service("rise", seconds=rise, answer=lambda dough: f"r({dough})", error=rise_error)
        self.bake = world.service("bake", seconds=bake, answer=lambda dough: f"b({dough})", error=bake_error)

    @property
    def steps(self):
        return self.knead, self.rise, self.bake

    def risen(self, bag):
        return f"r(d{self.number}({bag}))"

    def loaf(self, bag):
        return f"b({self.risen(bag)})"


@pytest.mark.points(1)
@pytest.mark.public
async def test_two_bags_give_two_loaves(submission, world):
    """Two bags are two loaves after 12 seconds, in the order of the bags."""
    kitchen = Kitchen(world)

    assert await submission.bakery(["A", "B"], *kitchen.steps) == [kitchen.loaf("A"), kitchen.loaf("B")]
    assert world.elapsed == 12.0


@pytest.mark.points(2)
@pytest.mark.public
async def test_each_step_starts_when_the_one_before_has_ended(submission, world):
    """Every step begins when the one before it has ended, and no loaf while another one is under way."""
    kitchen = Kitchen(world)

    assert await submission.bakery(["A", "B"], *kitchen.steps) == [kitchen.loaf("A"), kitchen.loaf("B")]
    assert [call.start for call in kitchen.knead.calls] == [0.0, 6.0]
    assert [call.start for call in kitchen.rise.calls] == [1.0, 7.0]
    assert [call.start for call in kitchen.bake.calls] == [4.0, 10.0]


@pytest.mark.points(1)
async def test_each_step_gets_what_the_step_before_gave(submission, world):
    """One bag: each step is called once, with what the step before it gave."""
    kitchen = Kitchen(world)
    dough = f"d{kitchen.number}(oat)"

    assert await submission.bakery(["oat"], *kitchen.steps) == [kitchen.loaf("oat")]
    assert [step.calls[0].args for step in kitchen.steps] == [("oat",), (dough,), (f"r({dough})",)]
    assert [len(step.calls) for step in kitchen.steps] == [1, 1, 1]
    assert world.elapsed == 6.0


@pytest.mark.points(1)
async def test_no_bags_no_bread(submission, world):
    """Without a bag there is no loaf, no step, and no waiting."""
    kitchen = Kitchen(world)

    assert await submission.bakery([], *kitchen.steps) == []
    assert world.elapsed == 0.0
    assert [len(step.calls) for step in kitchen.steps] == [0, 0, 0]


@pytest.mark.points(1)
async def test_the_same_flour_twice(submission, world):
    """Two bags of the same flour are two loaves."""
    kitchen = Kitchen(world)

    loaves = await submission.bakery(["rye", "oat", "rye"], *kitchen.steps)
    assert loaves == [kitchen.loaf("rye"), kitchen.loaf("oat"), kitchen.loaf("rye")]
    assert world.elapsed == 18.0


@pytest.mark.points(1)
async def test_the_next_day(submission, world):
    """On the second day, with a quicker oven, there are the loaves of the second day and no others."""
    monday = Kitchen(world)
    tuesday = Kitchen(world, seconds=(2, 0.5, 0.25))

    assert await submission.bakery(["rye"], *monday.steps) == [monday.loaf("rye")]
    assert await submission.bakery(["rye", "oat"], *tuesday.steps) == [
        tuesday.loaf("rye"),
        tuesday.loaf("oat"),
    ]
    assert world.elapsed == 6.0 + 2 * 2.75


@pytest.mark.points(1)
async def test_a_burnt_first_loaf_ends_the_day(submission, world):
    """If the first loaf burns, the error comes out at once and the second bag is never kneaded."""
    kitchen = Kitchen(world, bake_error=RuntimeError("burnt"))

    with pytest.raises(RuntimeError, match="burnt"):
        await submission.bakery(["A", "B"], *kitchen.steps)
    assert world.elapsed == 6.0
    await asyncio.sleep(10)
    assert [call.args for call in kitchen.knead.calls] == [("A",)]


@pytest.mark.points(1)
async def test_the_last_dough_does_not_rise(submission, world):
    """If the last dough does not rise, the error comes out at once and that dough is not baked."""
    kitchen = Kitchen(world)
    good, bad = f"d{kitchen.number}(A)", f"d{kitchen.number}(B)"
    kitchen.rise = world.service("rise", seconds=3, answer=f"r({good})", error={bad: RuntimeError("flat")})

    with pytest.raises(RuntimeError, match="flat"):
        await submission.bakery(["A", "B"], *kitchen.steps)
    assert world.elapsed == 10.0
    assert [call.args for call in kitchen.bake.calls] == [(f"r({good})",)]


@pytest.mark.points(1)
async def test_cancelled_while_the_dough_rises(submission, world):
    """If the bakery is cancelled, the step under way is cancelled and no other step begins."""
    kitchen = Kitchen(world)

    day = asyncio.create_task(submission.bakery(["A", "B"], *kitchen.steps))
    await asyncio.sleep(2.5)
    day.cancel()
    with pytest.raises(asyncio.CancelledError):
        await day
    await asyncio.sleep(10)
    assert [(call.outcome, call.end) for call in kitchen.rise.calls] == [("cancelled", 2.5)]
    assert [call.args for call in kitchen.knead.calls] == [("A",)]
    assert [call.args for call in kitchen.bake.calls] == []
