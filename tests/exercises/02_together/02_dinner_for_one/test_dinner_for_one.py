import pytest


def times(service):
    """Start and end of each call."""
    return [(call.start, call.end) for call in service.calls]


class Kitchen:
    """Boil, chop, serve and the guest's telephone, with dishes that nobody can guess."""

    def __init__(self, world, boil, chop, serve):
        self.world = world
        number = world.random.randrange(1000, 10_000)
        self.meal = f"pasta {number}+salad {number + 1}"
        self.boil = world.service("boil", seconds=boil, answer=f"pasta {number}")
        self.chop = world.service("chop", seconds=chop, answer=f"salad {number + 1}")
        self.serve = world.service("serve", seconds=serve, answer=lambda pasta, salad: f"{pasta}+{salad}")
        self.on_start = world.watched(self.pick_up, "on_start")
        self.cooked_at_the_call = []
        self.waiting_at_the_call = []

    def pick_up(self, names):
        self.cooked_at_the_call.append(len(self.boil.calls) + len(self.chop.calls))
        self.waiting_at_the_call.append(sum(not task.started for task in self.world.tasks()))

    async def dinner(self, submission):
        return await submission.dinner(self.boil, self.chop, self.serve, self.on_start)


@pytest.mark.points(2)
@pytest.mark.public
async def test_dinner_is_ready_after_four_seconds(submission, world):
    """A boil of 3 s, a chop of 2 s and a serve of 1 s make a dinner after 4 s."""
    kitchen = Kitchen(world, boil=3, chop=2, serve=1)

    assert await kitchen.dinner(submission) == kitchen.meal
    assert world.elapsed == 4.0


@pytest.mark.points(2)
@pytest.mark.public
async def test_pot_and_knife_work_together(submission, world):
    """Boil and chop both begin at 0 s; serve begins at 3 s, when both are ready."""
    kitchen = Kitchen(world, boil=3, chop=2, serve=1)

    assert await kitchen.dinner(submission) == kitchen.meal
    assert times(kitchen.boil) == [(0.0, 3.0)]
    assert times(kitchen.chop) == [(0.0, 2.0)]
    assert times(kitchen.serve) == [(3.0, 4.0)]


@pytest.mark.points(1)
async def test_a_big_salad(submission, world):
    """If the salad takes 5 s and the pasta 2 s, serve waits for the salad."""
    kitchen = Kitchen(world, boil=2, chop=5, serve=0.5)

    assert await kitchen.dinner(submission) == kitchen.meal
    assert [call.start for call in kitchen.serve.calls] == [5.0]
    assert world.elapsed == 5.5


@pytest.mark.points(1)
async def test_the_guest_hears_both_names_once(submission, world):
    """`on_start` is called once, at 0 s, with the list of both names."""
    kitchen = Kitchen(world, boil=3, chop=2, serve=1)

    assert await kitchen.dinner(submission) == kitchen.meal
    assert [(call.start, call.args) for call in kitchen.on_start.calls] == [(0.0, (["boil", "chop"],))]


@pytest.mark.points(1)
async def test_the_guest_is_called_before_the_first_step(submission, world):
    """When `on_start` is called, neither boil nor chop has begun."""
    kitchen = Kitchen(world, boil=3, chop=2, serve=1)

    assert await kitchen.dinner(submission) == kitchen.meal
    assert len(kitchen.on_start.calls) == 1
    [begun] = kitchen.cooked_at_the_call
    assert begun == 0, f"{begun} of boil and chop had begun when `on_start` was called"


@pytest.mark.points(1)
async def test_the_guest_is_called_when_both_are_scheduled(submission, world):
    """When `on_start` is called, both boil and chop wait as tasks for their first step."""
    kitchen = Kitchen(world, boil=3, chop=2, serve=1)

    assert await kitchen.dinner(submission) == kitchen.meal
    assert len(kitchen.on_start.calls) == 1
    [waiting] = kitchen.waiting_at_the_call
    assert waiting >= 2, f"{waiting} of the two tasks were scheduled when `on_start` was called"


@pytest.mark.points(1)
async def test_everything_is_done_once(submission, world):
    """A quick dinner of 0.9 s: pasta is boiled once, salad is chopped once, dinner is served once."""
    kitchen = Kitchen(world, boil=0.4, chop=0.7, serve=0.2)

    assert await kitchen.dinner(submission) == kitchen.meal
    assert (len(kitchen.boil.calls), len(kitchen.chop.calls), len(kitchen.serve.calls)) == (1, 1, 1)
    assert world.elapsed == 0.9


@pytest.mark.points(1)
async def test_another_evening(submission, world):
    """On the second evening everything is cooked anew, and the guest is called again."""
    first, second = Kitchen(world, boil=3, chop=2, serve=1), Kitchen(world, boil=1, chop=2, serve=0.5)

    assert await first.dinner(submission) == first.meal
    assert await second.dinner(submission) == second.meal
    assert times(second.boil) == [(4.0, 5.0)]
    assert times(second.chop) == [(4.0, 6.0)]
    assert [call.start for call in second.on_start.calls] == [4.0]
