import asyncio

import pytest

SITE = {
    "a/": ["a/1", "a/2", "b/", "a/"],
    "a/1": ["a/2", "b/", "b/1", "a/"],
    "a/2": ["b/1", "a/1", "b/1"],
    "b/": ["b/1", "c/", "a/"],
    "b/1": ["b/", "c/1"],
    "c/": ["c/1", "c/2", "c/1"],
    "c/1": [],
    "c/2": ["a/1", "c/", "a/2"],
}
FIRST_THREE = ["a/1", "a/2", "b/"]


def crawled(submission, world, fetch, *, stop=None, **settings):
    """The coroutine of a crawl that starts at a/."""
    usual = {"workers": 4, "per_host": 2, "timeout": 5, "tries": 3}
    return submission.crawl("a/", fetch, **usual | settings, stop=stop or world.asyncio("Event"))


def fetched(fetch):
    """How often each page was fetched."""
    urls = [call.args[0] for call in fetch.calls]
    return {url: urls.count(url) for url in urls}


def starts(fetch):
    """When each page was fetched for the first time."""
    return {call.args[0]: call.start for call in reversed(fetch.calls)}


def ends(fetch, url):
    """Start, end and outcome of each fetch of a page."""
    return [(call.start, call.end, call.outcome) for call in fetch.calls if call.args[0] == url]


def most_of_one_host(fetch):
    """How many fetches of the same host were under way together, at the most."""

    def under_way(host, moment):
        return sum(
            call.start <= moment and (call.end is None or moment < call.end)
            for call in fetch.calls
            if call.args[0].startswith(host)
        )

    return max(under_way(call.args[0].partition("/")[0] + "/", call.start) for call in fetch.calls)


def star(*urls):
    """A site whose first page links to all others, which link to nothing but the first."""
    return {"a/": list(urls)} | {url: ["a/"] for url in urls}


@pytest.mark.points(1)
@pytest.mark.public
async def test_eight_pages(submission, world):
    """Eight pages of 1 s on three hosts are visited in 4 s, each once, though many are linked repeatedly."""
    hosts = dict(zip("abc", world.random.sample(["north", "south", "west", "east", "hill"], 3), strict=True))
    site = {
        f"{hosts[url[0]]}{url[1:]}": [f"{hosts[link[0]]}{link[1:]}" for link in links]
        for url, links in SITE.items()
    }
    fetch = world.service("fetch", seconds=1, answer=site)
    start = f"{hosts['a']}/"

    report = await submission.crawl(
        start, fetch, workers=4, per_host=2, timeout=5, tries=3, stop=world.asyncio("Event")
    )
    assert report == dict.fromkeys(site, "ok")
    assert fetched(fetch) == dict.fromkeys(site, 1)
    assert world.elapsed == 4.0


@pytest.mark.points(1)
async def test_both_limits_are_kept_and_used(submission, world):
    """Both limits are kept, and no place stays empty: a page waits for no host but its own."""
    site = star("a/1", "a/1/x", "a/1/x/y", "a/2/x", "a/2/y", "a/3/", "ab/1", "ab/1/x", "ac/1")
    fetch = world.service("fetch", seconds=1, answer=site)
    assert await crawled(submission, world, fetch, workers=5) == dict.fromkeys(site, "ok")
    assert most_of_one_host(fetch) <= 2, (
        f"{most_of_one_host(fetch)} fetches of one host were under way together"
    )
    assert {url: start for url, start in starts(fetch).items() if url[:2] != "a/"} == {
        "ab/1": 1.0,
        "ab/1/x": 1.0,
        "ac/1": 1.0,
    }, "a page had to wait for the host of another page"
    assert world.elapsed == 4.0

    site = star("b/", "c/", "d/", "e/", "f/", "g/", "h/")
    fetch = world.service("fetch", seconds=1, answer=site)
    assert await crawled(submission, world, fetch, workers=4, per_host=9) == dict.fromkeys(site, "ok")
    assert fetch.most_at_once == 4, f"{fetch.most_at_once} fetches were under way together, expected 4"
    assert world.elapsed == 7.0


@pytest.mark.points(1)
async def test_pages_begin_as_soon_as_they_are_known(submission, world):
    """Each page begins when the first page that links to it has ended; a slow page holds up no others."""
    site = {
        "a/": ["a/slow", "b/"],
        "a/slow": ["a/end"],
        "b/": ["b/1"],
        "b/1": ["b/2", "b/"],
        "b/2": [],
        "a/end": ["b/2", "a/end"],
    }
    slow = 3 + world.random.randrange(1, 900) / 1000
    fetch = world.service("fetch", seconds=lambda url: {"a/": 3, "a/slow": slow}.get(url, 1), answer=site)

    assert await crawled(submission, world, fetch) == dict.fromkeys(site, "ok")
    assert starts(fetch) == {
        "a/": 0.0,
        "a/slow": 3.0,
        "b/": 3.0,
        "b/1": 4.0,
        "b/2": 5.0,
        "a/end": round(3 + slow, 6),
    }
    assert world.elapsed == round(4 + slow, 6)
    assert fetched(fetch) == dict.fromkeys(site, 1)


@pytest.mark.points(1)
async def test_pages_that_fail(submission, world):
    """A page that fails twice works at its third try; one that fails three times is given up."""
    left = {"b/": 2, "a/2": 3}
    errors = [OSError("fallen over"), TimeoutError("too slow"), ValueError("no page")]

    async def fetch(url):
        if left.get(url, 0):
            left[url] -= 1
            await asyncio.sleep(0.5)
            raise errors[left[url]]
        await asyncio.sleep(1)
        return SITE[url]

    fetch = world.watched(fetch)
    assert await crawled(submission, world, fetch) == dict.fromkeys(SITE, "ok") | {"a/2": "failed"}
    assert fetched(fetch) == dict.fromkeys(SITE, 1) | {"b/": 3, "a/2": 3}
    assert ends(fetch, "b/") == [(1.0, 1.5, "failed"), (1.5, 2.0, "failed"), (2.0, 3.0, "ok")]
    assert world.elapsed == 5.0

    broken = world.service("fetch", seconds=1, error=OSError("fallen over"))
    assert await crawled(submission, world, broken, tries=1) == {"a/": "failed"}
    assert fetched(broken) == {"a/": 1}
    assert world.elapsed == 6.0


@pytest.mark.points(1)
async def test_a_page_that_never_answers(submission, world):
    """A page that never answers is stopped after 5 s, three times, and each time needs 0.5 s to end."""
    fetch = world.service(
        "fetch",
        seconds=lambda url: 10_000 if url == "c/" else 1,
        answer=SITE,
        cleanup=0.5,
    )

    report = await crawled(submission, world, fetch)
    expected = {url: "ok" for url in SITE if url != "c/2"} | {"c/": "failed"}
    assert report == expected
    assert ends(fetch, "c/") == [(2.0, 7.5, "cancelled"), (7.5, 13.0, "cancelled"), (13.0, 18.5, "cancelled")]
    assert world.elapsed == 18.5
    assert fetched(fetch) == dict.fromkeys(expected, 1) | {"c/": 3}


@pytest.mark.points(1)
async def test_waiting_for_a_turn_does_not_count(submission, world):
    """Six pages of 2 s, most of which wait for their turn, do not run into a timeout of 2.5 s."""
    site = star("a/1", "a/2", "a/3", "b/1", "b/2")
    for settings in ({"workers": 1, "per_host": 3}, {"workers": 9, "per_host": 1}):
        begin = world.elapsed
        fetch = world.service("fetch", seconds=2, answer=site)
        assert await crawled(submission, world, fetch, timeout=2.5, **settings) == dict.fromkeys(site, "ok")
        assert fetched(fetch) == dict.fromkeys(site, 1)
        assert world.elapsed == begin + (12 if settings["workers"] == 1 else 8)


@pytest.mark.points(1)
async def test_stopped(submission, world):
    """Stopped at 1.5 s, it cancels three fetches; when the last has ended, the report has one page."""
    fetch = world.service("fetch", seconds=1, answer=SITE, cleanup={"b/": 0.25})
    stop = world.asyncio("Event")
    crawl = asyncio.create_task(crawled(submission, world, fetch, stop=stop))

    await asyncio.sleep(1.5)
    stop.set()
    assert await crawl == {"a/": "ok"}
    assert world.elapsed == 1.75

    await asyncio.sleep(20)
    assert {url: ends(fetch, url) for url in fetched(fetch)} == {
        "a/": [(0.0, 1.0, "ok")],
        "a/1": [(1.0, 1.5, "cancelled")],
        "a/2": [(1.0, 1.5, "cancelled")],
        "b/": [(1.0, 1.75, "cancelled")],
    }


@pytest.mark.points(1)
async def test_stopped_with_pages_in_the_line(submission, world):
    """Stopped at 2.25 s, pages in the line never begin; stopped before, nothing begins at all."""
    site = star("b/fails", "a/1", "a/2", "a/3", "a/4", "a/5", "a/6", "c/hangs")
    fetch = world.service(
        "fetch",
        seconds=lambda url: {"b/fails": 0.5, "c/hangs": 60}.get(url, 1),
        answer=site,
        error={"b/fails": OSError("fallen over")},
    )
    stop = world.asyncio("Event")
    crawl = asyncio.create_task(crawled(submission, world, fetch, stop=stop, timeout=1.125, tries=2))

    await asyncio.sleep(2.25)  # b/fails has failed twice, c/hangs is at its second try
    stop.set()
    report = await crawl
    assert world.elapsed == 2.25
    assert report.get("b/fails") == "failed", "b/fails had failed twice by then"
    assert sorted(report.values()) == ["failed", "ok", "ok", "ok"], (
        f"by then three pages were fetched and one had failed; the report has {len(report)}: {report}"
    )
    await asyncio.sleep(20)
    assert len(fetch.calls) == 9, f"{len(fetch.calls)} fetches had begun, expected 9"

    nothing = world.service("fetch", seconds=1, answer=SITE)
    assert await crawled(submission, world, nothing, stop=stop) == {}
    assert fetched(nothing) == {}
    assert world.elapsed == 22.25


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """Cancelled at 1.5 s, it cancels three fetches, and ends as cancelled when the last has ended."""
    fetch = world.service("fetch", seconds=1, answer=SITE, cleanup={"a/2": 0.25})
    crawl = asyncio.create_task(crawled(submission, world, fetch))

    await asyncio.sleep(1.5)
    crawl.cancel()
    with pytest.raises(asyncio.CancelledError):
        await crawl
    assert world.elapsed == 1.75

    await asyncio.sleep(20)
    assert {url: ends(fetch, url) for url in fetched(fetch)} == {
        "a/": [(0.0, 1.0, "ok")],
        "a/1": [(1.0, 1.5, "cancelled")],
        "a/2": [(1.0, 1.75, "cancelled")],
        "b/": [(1.0, 1.5, "cancelled")],
    }


@pytest.mark.points(1)
async def test_two_crawls_at_the_same_time(submission, world):
    """Two crawls at the same time have nothing in common: stopping one does not touch the other."""
    fetch, other = (world.service(name, seconds=1, answer=SITE) for name in ("fetch", "other fetch"))
    stop = world.asyncio("Event")
    crawls = [
        asyncio.create_task(crawled(submission, world, fetch)),
        asyncio.create_task(crawled(submission, world, other, stop=stop)),
    ]

    await asyncio.sleep(2.5)
    stop.set()
    assert await crawls[1] == dict.fromkeys(["a/", *FIRST_THREE], "ok")
    assert world.elapsed == 2.5
    assert await crawls[0] == dict.fromkeys(SITE, "ok")
    assert world.elapsed == 4.0
    assert fetched(fetch) == dict.fromkeys(SITE, 1)
