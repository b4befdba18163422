"""The page of a check, as text: what it says, and that what a student controls stays data."""

import re
from html.parser import HTMLParser

import pytest
from check_records import (
    DINNER,
    ENDINGS,
    EXPECTED,
    SEEN,
    TOGETHER,
    a_page_of_everything,
    broken,
    checked,
    failed,
    not_written,
    page,
    passed,
)
from class_records import HOSTILE

from grader.evidence import Evidence, Place
from grader.handout import Handout
from grader.report.chart import MOST_CALLS, chart
from grader.report.checkpage import MOST_PRINTED_LINES
from grader.report.lesson import render_lesson, render_task
from grader.report.printed import Printed
from grader.verdict import Expected, Span


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag in ("td", "th"):  # cells stand side by side
            self.text += " "

    def handle_data(self, data):
        self.text += data

    def tags(self):
        return [tag for tag, _ in self.elements]

    def all(self, attribute):
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]


def said(html):
    """What a reader sees, on one line."""
    return " ".join(Page(re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)).text.split())


# What it says


def test_lesson_task_result_and_expectation_are_on_one_page():
    text = said(page(checked(passed(), failed()), expected=EXPECTED))

    for part in (
        "Chapter 2: running things together",
        "A mountain hut asks three weather stations",
        "partly solved · 5 of 10 points",
        "✗ failed Both at once. 0 of 5 points",
        "took 6.0 s, expected 3.0 s",
        "What the program did: 3 calls in 6 s",
        "Expected: 3 calls in 3 s",
    ):
        assert part in text


def test_a_failing_test_shows_its_call_and_the_lines_of_the_program():
    text = said(page(checked(failed()), evidence=SEEN))

    assert "reports(<ask>, ['n', 'w', 'e']) (call 2) took 6.0 s" in text
    assert "took 6.0 s line 7, in reports, three times found.append(await ask(station))" in text


def test_lines_that_several_tests_name_are_shown_once():
    other = {("three-scouts", "test_c"): SEEN["three-scouts", "test_b"]}

    text = said(page(checked(failed(), failed("test_c")), evidence=SEEN | other))

    assert text.count("line 7, in reports") == 1
    assert text.count("(call 2)") == 2


def test_a_misconception_is_explained_before_the_tests():
    html = page(
        checked(failed(), misconception="in-turn"), explanations={("three-scouts", "in-turn"): "One by one."}
    )

    assert "This behaves like in-turn. One by one. ✗ failed" in said(html)


def test_what_is_not_begun_is_no_failure():
    text = said(page(checked(not_written())))

    assert "not begun · 0 of 5 points" in text
    assert "What your program will do Both at once. 5 points" in text
    assert "✗" not in text


def test_a_failure_of_the_kit_says_that_it_is_none_of_the_program():
    text = said(page(checked(broken())))

    assert "! could not be checked" in text
    assert "The kit itself failed here, not your program" in text
    assert "the judge lost its worker" in text


def test_what_several_tests_say_alike_is_said_once():
    assert said(page(checked(failed("test_b"), failed("test_c")))).count("took 6.0 s, expected 3.0 s") == 1


def test_several_exercises_have_a_table_that_leads_to_each():
    html = Page(page(checked(passed()), checked(not_written(), of=DINNER)))

    assert {"#three-scouts", "#dinner-for-one"} <= set(html.all("href"))
    assert {"three-scouts", "dinner-for-one"} <= set(html.all("id"))


def test_a_chapter_has_its_lesson_once():
    html = page(checked(passed()), checked(passed(), of=DINNER))

    assert said(html).count("Chapter 2: running things together") == 1


def test_a_lesson_that_is_gone_leaves_the_name_of_its_folder():
    assert "02 together" in said(page(checked(passed()), handouts={"three-scouts": Handout("", "")}))


def test_what_was_printed_stands_with_its_seconds_and_what_is_left_out_is_counted():
    ticks = tuple((n / 2, f"tick {n}\n") for n in range(MOST_PRINTED_LINES + 3))
    html = page(checked(failed()), output={("three-scouts", "test_b"): Printed(ticks, dropped_bytes=7)})

    assert "0 s tick 0 0.5 s tick 1" in said(html)
    assert "3 more lines, 7 more bytes not kept" in said(html)


def test_output_that_fits_is_not_said_to_be_cut():
    html = page(checked(failed()), output={("three-scouts", "test_b"): Printed(((0.0, "one\n"),))})

    assert "more line" not in said(html)


def test_notes_on_the_run_stand_at_the_top():
    assert "Only the public tests ran." in said(
        page(checked(passed()), notes=("Only the public tests ran.",))
    )


def test_the_same_check_gives_the_same_bytes():
    assert a_page_of_everything() == a_page_of_everything()


# What a student controls


@pytest.mark.parametrize("text", [text for text in HOSTILE.values() if len(text) < 1000])
def test_what_a_student_controls_is_data(text):
    spans = (Span(text, 0.0, 1.0, "ok"),)
    html = page(
        checked(failed(message=text, timeline=spans)),
        handouts={"three-scouts": Handout(text, text)},
        output={("three-scouts", "test_b"): Printed(((0.0, text),))},
        evidence={("three-scouts", "test_b"): Evidence(text, 1, text, (Place(1, text, text),))},
    )
    innocent = page(
        checked(failed(message="x", timeline=(Span("x", 0.0, 1.0, "ok"),))),
        handouts={"three-scouts": Handout("x", "x\n\nx")},
        output={("three-scouts", "test_b"): Printed(((0.0, "x"),))},
        evidence={("three-scouts", "test_b"): Evidence("x", 1, "x", (Place(1, "x", "x"),))},
    )

    found = Page(html)
    new = set(found.tags()) - set(Page(innocent).tags())
    assert not new & {"script", "img", "iframe", "b", "object", "form"}
    assert all(place.startswith(("#", "https://", "http://")) for place in found.all("href"))
    assert not [name for _, attrs in found.elements for name in attrs if name.startswith(("on", "style"))]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e]", html)


def test_a_page_lets_nothing_be_loaded_and_nothing_run():
    policy = next(
        attrs["content"] for tag, attrs in Page(page()).elements if tag == "meta" and "http-equiv" in attrs
    )

    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_endless_text_is_bounded():
    html = page(
        checked(failed(message="x" * 1_000_000)),
        output={("three-scouts", "test_b"): Printed(((0.0, "y" * 1_000_000),))},
    )

    assert len(html) < 60_000


# Lessons and tasks


def test_the_first_heading_of_a_lesson_is_its_title_and_the_others_stand_below():
    lesson = render_lesson("# One\n\n## Two\n\n### Three\n", level=4)

    assert lesson.title == "One"
    assert "<h4>Two</h4>" in lesson.body
    assert "<h5>Three</h5>" in lesson.body


def test_links_lead_to_the_web_or_to_a_place_of_the_page_and_are_words_elsewhere():
    text = "[a](https://example.org/x) [b](01_b.py) [c](02_c.py) [d](file:///etc/passwd)"

    body = render_lesson(text, level=2, places={"01_b.py": "#b"}).body

    assert Page(body).all("href") == ["https://example.org/x", "#b"]
    assert Page(body).text.split()[:3] == ["a", "b", "c"]


def test_the_empty_corner_of_a_table_is_the_heading_of_nothing():
    body = render_lesson("| | tool |\n|---|---|\n| 1 | gather |\n", level=2).body

    assert Page(body).tags().count("th") == 1


def test_no_picture_is_loaded():
    assert "img" not in Page(render_lesson("![a](https://example.org/x.png)", level=2).body).tags()


def test_an_example_of_a_docstring_is_no_quotation():
    body = render_task("Title\n\nIt would be:\n\n>>> f(1)\n2\n", level=4).body

    assert "blockquote" not in body
    assert "<code>&gt;&gt;&gt; f(1)" in body


# Timelines


def test_bars_stand_where_their_seconds_are():
    ((first, second),) = [
        row.bars
        for row in chart(Expected(4.0, (Span("a", 0.0, 1.0, "ok"), Span("a", 2.0, 4.0, "ok"))), None).did.rows
    ]

    assert (first.x, first.width) == (0.0, 23.5)
    assert (second.x, second.width) == (47.0, 47.0)


def test_both_sides_are_on_one_scale_and_in_one_order():
    drawn = chart(Expected(6.0, TOGETHER[::-1]), Expected(3.0, TOGETHER))

    assert drawn.ticks[-1].text == "6 s"
    assert [row.label for row in drawn.did.rows] == [row.label for row in drawn.expected.rows]


def test_each_row_says_in_words_what_its_bars_show():
    rows = chart(Expected(2.5, ENDINGS), None).did.rows

    assert [row.words for row in rows] == [
        "0 s to 2 s, failed",
        "0 s to 1.5 s, cancelled",
        "0.5 s to the end, had not ended",
        "at 1 s",
    ]


def test_a_call_that_has_not_ended_lasts_until_its_own_test_is_over():
    waiting = chart(Expected(1.5, (Span("a", 0.0, None, "running"),)), Expected(3.0, TOGETHER))

    assert waiting.did.rows[0].bars[0].width == 47.0


def test_what_was_done_as_expected_is_drawn_once():
    assert chart(Expected(3.0, TOGETHER), Expected(3.0, TOGETHER)).expected is None


def test_calls_beyond_the_bounds_are_counted():
    side = chart(
        Expected(1.0, tuple(Span(f"a {n}", 0.0, 1.0, "ok") for n in range(MOST_CALLS + 5))), None
    ).did

    assert side.not_listed == 5
    assert len(side.rows) + side.not_drawn == MOST_CALLS + 5


def test_a_test_that_takes_no_time_has_an_axis_all_the_same():
    drawn = chart(Expected(0.0, (Span("a", 0.0, 0.0, "ok"),)), None)

    assert drawn.ticks[-1].text == "1 s"
    assert drawn.did.rows[0].bars[0].width == 0.0
