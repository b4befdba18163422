import asyncio

import pytest

# In no order that a program could fall into by itself.
URLS = ["/news", "/start", "/rooms", "/tickets", "/shop", "/about", "/history", "/gems", "/birds", "/maps"]


def pages(world, count):
    """Distinct urls, and a body for each that cannot be guessed."""
    urls = URLS[:count]
    return urls, {url: f"<p>{world.random.randrange(10**6)}</p>" for url in urls}


def starts(fetch):
    """When each page was asked for."""
    return {call.args[0]: call.start for call in fetch.calls}


@pytest.mark.points(1)
@pytest.mark.public
async def test_ten_pages_three_at_a_time(submission, world):
    """Ten pages of 1 s, three at a time, are there after 4 s, each fetched once."""
    urls, bodies = pages(world, 10)
    fetch = world.service("fetch", seconds=1, answer=bodies)

    assert await submission.crawl(fetch, urls, 3) == [bodies[url] for url in urls]
    assert world.elapsed == 4.0
    assert sorted(call.args[0] for call in fetch.calls) == sorted(urls)


@pytest.mark.points(1)
@pytest.mark.public
async def test_never_more_than_the_limit(submission, world):
    """Never more than three fetches are under way with limit 3, and three are reached."""
    urls, bodies = pages(world, 9)
    seconds = dict(zip(urls, [0.9, 0.4, 1.7, 1.1, 0.3, 0.8, 1.3, 0.6, 0.5], strict=True))
    fetch = world.service("fetch", seconds=seconds, answer=bodies)

    assert await submission.crawl(fetch, urls, 3) == [bodies[url] for url in urls]
    assert fetch.most_at_once == 3, f"{fetch.most_at_once} fetches were under way together, expected 3"


@pytest.mark.points(2)
async def test_no_slot_is_idle(submission, world):
    """A page of 3 s and five of 1 s, two at a time, take 4 s: nobody waits for the slow page."""
    urls, bodies = pages(world, 6)
    slow, *quick = urls
    fetch = world.service("fetch", seconds={slow: 3} | dict.fromkeys(quick, 1), answer=bodies)

    assert await submission.crawl(fetch, urls, 2) == [bodies[url] for url in urls]
    assert world.elapsed == 4.0
    assert starts(fetch) == dict(zip(urls, [0.0, 0.0, 1.0, 2.0, 3.0, 3.0], strict=True))


@pytest.mark.points(1)
async def test_bodies_in_the_given_order(submission, world):
    """Pages that arrive in another order are handed back in the order in which they were given."""
    urls, bodies = pages(world, 4)
    seconds = dict(zip(urls, [2.5, 0.7137, 1.1211, 0.4], strict=True))
    fetch = world.service("fetch", seconds=seconds, answer=bodies)

    assert await submission.crawl(fetch, urls, 2) == [bodies[url] for url in urls]
    assert world.elapsed == 2.5
    assert starts(fetch) == dict(zip(urls, [0.0, 0.0, 0.7137, 1.8348], strict=True))


@pytest.mark.points(1)
async def test_limit_of_one(submission, world):
    """With limit 1 the pages begin one after the other, in the given order."""
    urls, bodies = pages(world, 3)
    fetch = world.service("fetch", seconds=1, answer=bodies)

    assert await submission.crawl(fetch, urls, 1) == [bodies[url] for url in urls]
    assert [call.args[0] for call in fetch.calls] == urls
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_limit_above_the_number_of_pages(submission, world):
    """With limit 99, three pages of 1 s are fetched together."""
    urls, bodies = pages(world, 3)
    fetch = world.service("fetch", seconds=1, answer=bodies)

    assert await submission.crawl(fetch, urls, 99) == [bodies[url] for url in urls]
    assert world.elapsed == 1.0
    assert fetch.most_at_once == 3, f"{fetch.most_at_once} fetches were under way together, expected 3"


@pytest.mark.points(1)
async def test_the_next_crawl(submission, world):
    """After a crawl with limit 1, a crawl of the same pages with limit 3 fetches them all again, together."""
    urls, bodies = pages(world, 3)
    new_bodies = pages(world, 3)[1]
    fetch = world.service("fetch", seconds=1, answer=bodies)
    fetch_again = world.service("fetch", seconds=1, answer=new_bodies)

    assert await submission.crawl(fetch, urls, 1) == [bodies[url] for url in urls]
    assert await submission.crawl(fetch_again, urls, 3) == [new_bodies[url] for url in urls]
    assert starts(fetch_again) == dict.fromkeys(urls, 3.0)


@pytest.mark.points(1)
async def test_no_pages(submission, world):
    """Without pages there is nothing to wait for: an empty list, at once."""
    fetch = world.service("fetch", seconds=1, answer="body")

    assert await submission.crawl(fetch, [], 3) == []
    assert world.elapsed == 0.0
    assert [call.label for call in fetch.calls] == []


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """A crawl that is cancelled at 1.5 s cancels the two fetches under way, and begins no other."""
    urls, bodies = pages(world, 5)
    seconds = dict(zip(urls, [1, 4, 4, 1, 1], strict=True))
    fetch = world.service("fetch", seconds=seconds, answer=bodies)

    crawl = asyncio.create_task(submission.crawl(fetch, urls, 2))
    await asyncio.sleep(1.5)
    crawl.cancel()
    with pytest.raises(asyncio.CancelledError):
        await crawl
    assert world.elapsed == 1.5

    await asyncio.sleep(5)
    ends = {call.args[0]: (call.outcome, call.end) for call in fetch.calls}
    assert ends == {urls[0]: ("ok", 1.0), urls[1]: ("cancelled", 1.5), urls[2]: ("cancelled", 1.5)}
