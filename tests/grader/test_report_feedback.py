from html.parser import HTMLParser

import pytest
from class_records import (
    DINNER,
    HOSTILE,
    broken,
    exercise,
    failed,
    graded,
    passed,
    student,
    without_verdict,
)
from markdown_it import MarkdownIt

from grader.classroom import Lateness, Override
from grader.report.feedback import render_html, render_markdown
from grader.verdict import Span

BOTH_FORMS = pytest.mark.parametrize("render", [render_markdown, render_html])
EXPLAINED = exercise(
    explanations={"in-turn": "The loop of `for` waits *each* time.\n\nStart all,\nthen wait."}
)


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(attrs)))

    def handle_data(self, data):
        self.text += data


def read_markdown(text):
    """(the kinds of its blocks, the kinds of what is within lines, the text outside of code)."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inner = [child for token in tokens for child in token.children or ()]
    words = "".join(child.content for child in inner if child.type == "text")
    return [token.type for token in tokens], {child.type for child in inner}, words


def said(render, record, exercises=(EXPLAINED,)):
    """What a reader sees, without the marks of the form."""
    text = render(record, exercises)
    if render is render_html:
        return Page(text).text
    return text.replace("\\", "").replace("**", "")


@BOTH_FORMS
def test_each_test_says_whether_it_passed_and_why_not(render):
    text = said(render, student())

    assert "✓ passed It holds." in text
    assert "✗ failed Both at once." in text
    assert "took 5.0 s" in text
    assert "5 of 10" in text


@BOTH_FORMS
def test_a_failed_test_shows_what_was_done_above_what_was_expected(render):
    chart = said(render, student()).partition("0s ")[2]

    measured, _, expected = chart.partition("expected")
    assert measured.index("ask n") < measured.index("ask w")
    assert "█" in measured
    assert "ask w   ███" in expected
    assert "ask w   ███" not in measured  # it began later


@BOTH_FORMS
def test_a_misconception_comes_with_its_explanation(render):
    text = said(render, student(marks=[graded(failed(), misconception="in-turn")]))

    assert "This behaves like in-turn." in text
    assert "Start all, then wait." in text
    assert "waits *each* time" in text


@BOTH_FORMS
def test_what_several_tests_say_alike_is_said_once(render):
    tests = [
        failed(f"test_{i}", message="line 1: invalid syntax", reason="load", timeline=()) for i in range(6)
    ]

    assert said(render, student(marks=[graded(*tests)])).count("invalid syntax") == 1


@BOTH_FORMS
@pytest.mark.parametrize(
    "mark",
    [
        graded(passed(), broken()),
        without_verdict("error", problem="def test_b(): assert secret == 42"),
        without_verdict("error", problem="secret", points=4.0, override=Override(4.0, "by hand")),
    ],
)
def test_a_failure_of_ours_shows_nothing_of_the_hidden_test(render, mark):
    text = render(student(marks=[mark]), (EXPLAINED,))

    assert "secret" not in text
    assert "assert" not in text
    assert "not graded" in text


@BOTH_FORMS
@pytest.mark.parametrize(
    ("mark", "standing", "points"),
    [
        (graded(passed(points=10)), "solved", "10 of 10"),
        (graded(failed(reason="not-implemented")), "not begun", "0 of 10"),
        (graded(failed()), "not solved", "0 of 10"),
        (without_verdict("missing"), "not handed in", "0 of 10"),
        (without_verdict("unclear", problem="a.py or b.py"), "not decided", "no mark yet"),
        (without_verdict("error"), "not graded", "no mark yet"),
        (without_verdict("graded", problem="It is larger than 512 kB."), "not run", "0 of 10"),
    ],
)
def test_the_standing_says_how_far_it_is(render, mark, standing, points):
    text = " ".join(said(render, student(marks=[mark])).split())

    assert f"{standing} · {points}" in text
    if mark.problem:
        assert mark.problem in text


@BOTH_FORMS
def test_lateness_and_marks_by_hand_are_told_with_their_reason(render):
    late = graded(passed(), late=Lateness(90_000.0, 0.25), points=3.75)
    by_hand = graded(
        failed(), slug=DINNER, points=8.0, override=Override(8.0, "Explained it in the oral exam")
    )
    marked_late = graded(passed(), late=Lateness(None, 0.0))

    text = said(render, student(marks=[late, by_hand]), (EXPLAINED, exercise(DINNER, "2.2", "dinner")))

    assert "This came 1 day 1 h after the deadline: 25 % of the points are taken off." in text
    assert "Set to 8 points by hand: Explained it in the oral exam. The grader had found 0." in text
    text = said(render, student(marks=[marked_late]))
    assert "The course's system marks this as late: no points are taken off." in text


@BOTH_FORMS
def test_a_mark_by_hand_has_no_penalty(render):
    mark = graded(passed(), late=Lateness(60.0, 0.5), points=4.0, override=Override(4.0, "by hand"))

    text = said(render, student(marks=[mark]))

    assert "This came 1 min after the deadline." in text
    assert "taken off" not in text


@BOTH_FORMS
@pytest.mark.parametrize("state", ["error", "unclear"])
def test_a_mark_by_hand_waits_for_nothing(render, state):
    text = said(
        render, student(marks=[without_verdict(state, points=4.0, override=Override(4.0, "by hand"))])
    )

    assert "Set to 4 points by hand: by hand." in text
    assert "no mark" not in text
    assert "has to decide" not in text


@BOTH_FORMS
def test_why_a_file_could_not_be_run_is_said_once(render):
    why = "it is larger than 512 kB"
    mark = graded(
        failed(message=why, reason="load", timeline=()), failed(message=why, reason="load"), problem=why
    )

    assert said(render, student(marks=[mark])).count(why) == 1


@BOTH_FORMS
def test_who_handed_in_nothing_is_told_so(render):
    text = said(render, student(marks=[without_verdict("missing")], has_submitted=False))

    assert "Nothing was handed in." in text


@BOTH_FORMS
def test_what_was_left_out_is_told(render):
    text = said(render, student(problems=("essay.docx: hand in .py files",)))

    assert "essay.docx: hand in .py files" in text


def hostile_student(text):
    """`text` wherever a student can put something."""
    spans = (Span(text, 0.0, 1.0, "ok"),)
    marks = [
        graded(failed("test_a", message=text, timeline=spans), failed(message=f"x\n{text}"), problem=text),
        without_verdict("unclear", slug=DINNER, problem=text),
    ]
    return student(f"key {text}", text, marks=marks, problems=(text, "x"))


CLASS = (EXPLAINED, exercise(DINNER, "2.2", "dinner for one"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_of_a_student_becomes_an_element_of_the_page(text):
    harmless = Page(render_html(hostile_student("Jane"), CLASS))

    page = Page(render_html(hostile_student(text), CLASS))

    if text:  # where there is nothing to say, nothing is said
        assert page.elements == harmless.elements


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_of_a_student_is_obeyed_as_markdown(text):
    blocks, _, _ = read_markdown(render_markdown(hostile_student("Jane"), CLASS))

    found, inner, words = read_markdown(render_markdown(hostile_student(text), CLASS))

    if text:
        assert found == blocks
    assert inner <= {"text", "code_inline", "strong_open", "strong_close"}
    assert not {"@", "://", "www."} & {sign for sign in ("@", "://", "www.") if sign in words}


@BOTH_FORMS
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_printed_is_written_out_and_all_is_bounded(render, text):
    written = render(hostile_student(text), CLASS)

    assert all(sign.isprintable() or sign == "\n" for sign in written)
    assert len(written) < 20_000


@BOTH_FORMS
def test_a_message_of_many_lines_is_cut_and_the_rest_is_counted(render):
    text = said(render, student(marks=[graded(failed(message="\n".join(map(str, range(1_000)))))]))

    assert "… 988 more lines" in text


def test_the_page_loads_nothing_and_may_run_nothing():
    page = Page(render_html(hostile_student("Jane"), CLASS))

    policy = [dict(attrs) for tag, attrs in page.elements if tag == "meta"][1]
    assert policy["content"].startswith("default-src 'none';")
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "form"}
    links = [value for _, attrs in page.elements for name, value in attrs if name in {"href", "src"}]
    assert all(link.startswith("#") for link in links)


def test_code_in_an_explanation_is_code():
    record = student(marks=[graded(failed(), misconception="in-turn")])

    assert "<code>for</code>" in render_html(record, (EXPLAINED,))
    assert "`for`" in render_markdown(record, (EXPLAINED,))


@pytest.mark.parametrize(
    "title", ["- x", "1. x", "===", "---", "# x", "> x", "a *b* _c_ <d> & [e](f)", "`x` | y"]
)
def test_a_title_is_read_as_it_is_written(title):
    blocks, _, _ = read_markdown(render_markdown(student(), (exercise(title="x"),)))

    found, inner, _ = read_markdown(
        render_markdown(student(marks=[graded(passed(), failed(title=title))]), (exercise(title=title),))
    )

    assert found == blocks
    assert inner <= {"text", "code_inline", "strong_open", "strong_close"}
