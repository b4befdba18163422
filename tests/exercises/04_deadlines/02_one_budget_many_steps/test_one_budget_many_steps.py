import asyncio

import pytest


def page(world, *seconds, cleanup=0):
    """Sections that take so many seconds, and their texts, which nobody can guess."""
    texts = [f"section {world.random.randrange(10**6)}" for _ in seconds]
    sections = [
        world.service(f"section {number}", seconds=time, answer=text, cleanup=cleanup)
        for number, (time, text) in enumerate(zip(seconds, texts, strict=True), start=1)
    ]
    return sections, texts


def spans(sections):
    """Start, end and outcome of each section that was started."""
    return [(call.start, call.end, call.outcome) for section in sections for call in section.calls]


@pytest.mark.points(1)
@pytest.mark.public
async def test_the_third_section_is_cut_off(submission, world):
    """Sections of 1, 1.5 and 2 s, budget 3 s: the first two at 3 s, when the third is cut off."""
    sections, texts = page(world, 1, 1.5, 2)

    assert await submission.load_page(sections, 3) == texts[:2]
    assert world.elapsed == 3.0
    await asyncio.sleep(2)
    assert spans(sections) == [(0.0, 1.0, "ok"), (1.0, 2.5, "ok"), (2.5, 3.0, "cancelled")]


@pytest.mark.points(1)
@pytest.mark.public
async def test_everything_fits(submission, world):
    """Two pages of two sections, 1 s each, budget 3 s: each page is complete after 2 s."""
    for start in (0.0, 2.0):
        sections, texts = page(world, 1, 1)

        assert await submission.load_page(sections, 3) == texts
        assert world.elapsed == start + 2
        assert spans(sections) == [(start, start + 1, "ok"), (start + 1, start + 2, "ok")]


@pytest.mark.points(1)
async def test_nothing_is_started_after_the_cut(submission, world):
    """After a section that was cut off none is started, not even one that takes no time."""
    sections, texts = page(world, 1, 5, 0, 0.5)

    assert await submission.load_page(sections, 2) == texts[:1]
    await asyncio.sleep(2)
    assert spans(sections) == [(0.0, 1.0, "ok"), (1.0, 2.0, "cancelled")]


@pytest.mark.points(1)
async def test_the_first_section_is_too_slow(submission, world):
    """If the first section takes 5 s and the budget is 2 s, the page is empty at 2 s."""
    sections, _ = page(world, 5, 1)

    assert await submission.load_page(sections, 2) == []
    assert world.elapsed == 2.0
    await asyncio.sleep(4)
    assert spans(sections) == [(0.0, 2.0, "cancelled")]


@pytest.mark.points(1)
async def test_many_sections_and_no_section(submission, world):
    """Of forty sections of 0.25 s, thirty are ready within 7.6 s. With none, the page is there at once."""
    sections, texts = page(world, *[0.25] * 40)

    assert await submission.load_page(sections, 7.6) == texts[:30]
    assert world.elapsed == 7.6

    assert await submission.load_page([], 3) == []
    assert world.elapsed == 7.6


@pytest.mark.points(1)
async def test_a_section_without_content(submission, world):
    """An empty text keeps its place between two others."""
    sections, texts = page(world, 0.5, 0.5)
    blank = world.service("blank", seconds=0.5, answer="")

    assert await submission.load_page([sections[0], blank, sections[1]], 2) == [texts[0], "", texts[1]]
    assert world.elapsed == 1.5


@pytest.mark.points(1)
async def test_a_section_needs_a_moment_to_stop(submission, world):
    """A section that is cut off at 2 s and cleans up for 0.5 s has ended when the page arrives, at 2.5 s."""
    sections, texts = page(world, 1, 3, 1, cleanup=0.5)

    assert await submission.load_page(sections, 2) == texts[:1]
    assert world.elapsed == 2.5
    assert spans(sections) == [(0.0, 1.0, "ok"), (1.0, 2.5, "cancelled")]


@pytest.mark.points(1)
async def test_the_reader_leaves(submission, world):
    """Cancelled at 1.5 s, it ends as cancelled at that moment, and so does the section under way."""
    sections, _ = page(world, 1, 1, 1)
    loading = asyncio.create_task(submission.load_page(sections, 5))

    await asyncio.sleep(1.5)
    loading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await loading

    assert world.elapsed == 1.5
    assert spans(sections) == [(0.0, 1.0, "ok"), (1.0, 1.5, "cancelled")]


@pytest.mark.points(1)
async def test_the_reader_leaves_while_a_section_cleans_up(submission, world):
    """Cancelled while a section cleans up, it ends as cancelled; there is no page any more."""
    sections, _ = page(world, 3, cleanup=1)
    loading = asyncio.create_task(submission.load_page(sections, 2))

    await asyncio.sleep(2.5)
    loading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await loading

    assert world.elapsed <= 3.0, "it went on although its section had stopped"
    await asyncio.sleep(1)
    assert [call.outcome for section in sections for call in section.calls] == ["cancelled"]


@pytest.mark.points(1)
async def test_two_readers_at_once(submission, world):
    """Two pages at the same time, each with a budget of its own: each has its own sections."""
    (first, first_texts), (second, second_texts) = page(world, 1, 1, 1), page(world, 0.75, 0.75)

    pages = await asyncio.gather(submission.load_page(first, 2.5), submission.load_page(second, 2))

    assert pages == [first_texts[:2], second_texts]
    assert world.elapsed == 2.5
    assert spans(first) == [(0.0, 1.0, "ok"), (1.0, 2.0, "ok"), (2.0, 2.5, "cancelled")]
    assert spans(second) == [(0.0, 0.75, "ok"), (0.75, 1.5, "ok")]
