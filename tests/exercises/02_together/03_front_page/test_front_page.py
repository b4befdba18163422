import asyncio

import pytest


class Error:
    """An exception as plain data: equal to another one of the same type with the same arguments."""

    def __init__(self, error):
        self.error = error

    def __eq__(self, other):
        return isinstance(other, Error) and (type(self.error), self.error.args) == (
            type(other.error),
            other.error.args,
        )

    def __hash__(self):
        return hash(repr(self))

    def __repr__(self):
        return repr(self.error)


def seen(page):
    """The page, with its exceptions made comparable."""
    assert isinstance(page, dict), f"`front_page` has to return a dict, not {page!r}"
    return {feed: Error(body) if isinstance(body, Exception) else body for feed, body in page.items()}


def news(world, *feeds):
    """A body for each feed that nobody can guess."""
    numbers = world.random.sample(range(1000, 10_000), len(feeds))
    return {feed: f"{feed.upper()} {number}" for feed, number in zip(feeds, numbers, strict=True)}


@pytest.mark.points(1)
@pytest.mark.public
async def test_every_feed_works(submission, world):
    """Where nothing fails, every body is on the page under its own feed, an empty one too."""
    bodies = news(world, "a", "b", "c") | {"quiet": ""}
    fetch = world.service("fetch", seconds={"a": 0.3, "b": 0.1, "c": 0.2, "quiet": 0.1}, answer=bodies)

    page = await submission.front_page(fetch, ["a", "b", "c", "quiet"])

    assert seen(page) == bodies


@pytest.mark.points(2)
@pytest.mark.public
async def test_one_broken_feed_does_not_cost_the_others(submission, world):
    """One feed fails after 1 s; the page has its exception and the two other bodies, after 3 s."""
    bodies = news(world, "a", "c")
    reason = f"no signal {world.random.randrange(1000, 10_000)}"
    fetch = world.service(
        "fetch", seconds={"a": 3, "b": 1, "c": 2}, answer=bodies, error={"b": OSError(reason)}
    )

    page = await submission.front_page(fetch, ["a", "b", "c"])

    assert seen(page) == {"a": bodies["a"], "b": Error(OSError(reason)), "c": bodies["c"]}
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_every_feed_is_fetched_once_from_the_beginning(submission, world):
    """Every feed is fetched once, at 0 s, and those that work are fetched to the end."""
    bodies = news(world, "a", "c")
    fetch = world.service(
        "fetch", seconds={"a": 3, "b": 1, "c": 2}, answer=bodies, error={"b": OSError("no signal")}
    )

    page = await submission.front_page(fetch, ["a", "b", "c"])

    assert seen(page) == {"a": bodies["a"], "b": Error(OSError("no signal")), "c": bodies["c"]}
    assert sorted((call.args[0], call.start, call.end, call.outcome) for call in fetch.calls) == [
        ("a", 0.0, 3.0, "ok"),
        ("b", 0.0, 1.0, "failed"),
        ("c", 0.0, 2.0, "ok"),
    ]


@pytest.mark.points(1)
async def test_keys_are_in_the_order_of_the_feeds(submission, world):
    """The page has every feed, in the order given, also if the first arrives last and one of them fails."""
    feeds = ["d", "a", "c", "b"]
    bodies = news(world, "d", "a", "b")
    seconds = {"d": 0.9, "a": 0.2, "c": 0.1, "b": 0.3}
    fetch = world.service("fetch", seconds=seconds, answer=bodies, error={"c": OSError("no signal")})

    page = await submission.front_page(fetch, feeds)

    assert list(page) == feeds
    assert {feed: page[feed] for feed in bodies} == bodies


@pytest.mark.points(1)
async def test_every_feed_is_broken(submission, world):
    """If all feeds fail, each in its own way, the page holds their exceptions and nothing is raised."""
    number = world.random.randrange(1000, 10_000)
    errors = {
        "a": OSError(f"gone {number}"),
        "b": ValueError("half"),
        "c": KeyError(number),
        "d": TimeoutError(),
    }
    fetch = world.service("fetch", seconds={"a": 0.5, "b": 0, "c": 0.7, "d": 0.2}, error=errors)

    page = await submission.front_page(fetch, ["a", "b", "c", "d"])

    assert seen(page) == {feed: Error(error) for feed, error in errors.items()}
    assert world.elapsed == 0.7


@pytest.mark.points(1)
async def test_the_page_of_the_next_hour(submission, world):
    """The next page is made anew: of its own feeds and no others, with bodies that are new."""
    bodies, new_bodies = news(world, "a", "b"), news(world, "b", "c")
    fetch = world.service("fetch", seconds=1, answer=bodies)
    fetch_again = world.service("fetch", seconds=0.5, answer=new_bodies)

    assert seen(await submission.front_page(fetch, ["a", "b"])) == bodies
    assert seen(await submission.front_page(fetch_again, ["b", "c"])) == new_bodies
    assert world.elapsed == 1.5


@pytest.mark.points(1)
async def test_no_feeds(submission, world):
    """With no feeds there is an empty dict, at once."""
    fetch = world.service("fetch", seconds=1, answer="news")

    assert await submission.front_page(fetch, []) == {}
    assert world.elapsed == 0.0
    assert [call.label for call in fetch.calls] == []


@pytest.mark.points(2)
async def test_a_cancelled_page_cancels_its_fetches(submission, world):
    """Cancelled at 0.5 s, the page cancels all its fetches at 0.5 s and ends as cancelled."""
    fetch = world.service("fetch", seconds={"a": 3, "b": 1, "c": 2}, error={"b": OSError("no signal")})
    page = asyncio.create_task(submission.front_page(fetch, ["a", "b", "c"]))

    await asyncio.sleep(0.5)
    page.cancel()
    with pytest.raises(asyncio.CancelledError):
        await page

    await asyncio.sleep(5)  # what goes on behind the reader's back would end in this time
    assert sorted((call.args[0], call.end, call.outcome) for call in fetch.calls) == [
        ("a", 0.5, "cancelled"),
        ("b", 0.5, "cancelled"),
        ("c", 0.5, "cancelled"),
    ]
