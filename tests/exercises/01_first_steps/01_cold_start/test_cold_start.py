"""Hidden tests of `cold-start`. Plain functions: the submission brings its own event loop."""

import pytest


@pytest.mark.points(3)
@pytest.mark.public
def test_returns_the_drink(submission, world):
    """The drink comes out of serve as a str, after the 2 seconds that brewing takes."""
    batch = world.random.randrange(10_000)
    brew = world.service("brew", seconds=2, answer=lambda drink: f"hot {drink} {batch}")

    assert submission.serve(brew, "tea") == f"hot tea {batch}"
    assert world.elapsed == 2.0


@pytest.mark.points(2)
def test_brews_once_and_to_the_end(submission, world):
    """Each drink is brewed once, and to its end, before serve returns."""
    drink = world.random.choice(["mate", "cocoa", "chai", "mocha"])
    brew = world.service("brew", seconds=5, answer="a full cup")

    assert submission.serve(brew, drink) == "a full cup"
    assert [call.args for call in brew.calls] == [(drink,)]
    assert [(call.start, call.end, call.outcome) for call in brew.calls] == [(0.0, 5.0, "ok")]


@pytest.mark.points(2)
def test_an_error_reaches_the_caller(submission, world):
    """An error of brew comes out of serve, at the moment when it happens."""
    hopper = world.random.randrange(10_000)
    brew = world.service("brew", seconds=1, error=OSError(f"no beans in hopper {hopper}"))

    with pytest.raises(OSError, match=f"no beans in hopper {hopper}"):
        submission.serve(brew, "espresso")
    assert world.elapsed == 1.0
    assert [call.outcome for call in brew.calls] == ["failed"]


@pytest.mark.points(1)
def test_serves_many_drinks(submission, world):
    """The third drink is served like the first one, and a second tea is brewed anew."""
    cups = world.random.sample(range(10_000), 3)
    following = iter(cups)
    brew = world.service(
        "brew",
        seconds={"tea": 2, "cocoa": 30},
        answer=lambda drink: f"hot {drink} {next(following, 'too many')}",
    )

    served = [submission.serve(brew, drink) for drink in ("tea", "cocoa", "tea")]
    assert served == [f"hot tea {cups[0]}", f"hot cocoa {cups[1]}", f"hot tea {cups[2]}"]
    assert [(call.args, call.start) for call in brew.calls] == [
        (("tea",), 0.0),
        (("cocoa",), 2.0),
        (("tea",), 32.0),
    ]
    assert world.elapsed == 34.0


@pytest.mark.points(1)
def test_serves_after_a_failure(submission, world):
    """After a drink that failed the machine still serves the next one."""
    brew = world.service("brew", seconds=1, answer="hot tea", error={"espresso": OSError("no beans")})

    with pytest.raises(OSError, match="no beans"):
        submission.serve(brew, "espresso")
    assert submission.serve(brew, "tea") == "hot tea"
    assert world.elapsed == 2.0


@pytest.mark.points(1)
def test_a_drink_that_takes_no_time(submission, world):
    """Cold water needs no brewing: serve takes no time either."""
    brew = world.service("brew", answer="cold water")

    assert submission.serve(brew, "water") == "cold water"
    assert world.elapsed == 0.0
    assert len(brew.calls) == 1
