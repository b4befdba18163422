import json
import re
from html.parser import HTMLParser

import chromium
import pytest
from class_records import (
    DINNER,
    HOSTILE,
    SCOUTS,
    class_record,
    exercise,
    failed,
    graded,
    passed,
    student,
    without_verdict,
)
from varied_class import varied_class

from grader.classroom import Lateness, Override, Problem
from grader.report.page import render_page
from grader.similarity import NotCompared, Pair, Passage, Side, Similarity
from grader.verdict import Span

pytestmark = pytest.mark.once

MOST_ELEMENTS = 6_000  # a table of 1,000 students × 15 exercises alone would have 17,000


class Page:
    """The class page in a browser, as an instructor sees and handles it."""

    def __init__(self, driver):
        self.driver = driver

    def open(self, path):
        self.driver.get_log("browser")  # what an earlier page has said
        self.driver.get(path.as_uri())
        return self

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def press(self, *keys):
        """Press keys where the focus is."""
        from selenium.webdriver.common.keys import Keys

        names = [getattr(Keys, key.upper(), key) for key in keys]
        self.driver.switch_to.active_element.send_keys(*names)
        return self

    def hold_control(self, key):
        from selenium.webdriver.common.keys import Keys

        self.driver.switch_to.active_element.send_keys(Keys.CONTROL, getattr(Keys, key.upper()), Keys.NULL)

    def focused(self):
        return self.driver.switch_to.active_element

    def students(self):
        """The names in the table that are there, from the top."""
        return self.run(
            "return [...document.querySelectorAll('.map tbody .name bdi')].map(name => name.textContent)"
        )

    def column(self, number):
        rows = "document.querySelectorAll('.map tbody tr:not(.gap)')"
        return self.run(f"return [...{rows}].map(row => row.cells[arguments[0]].textContent)", number)

    def sort_by(self, number):
        self.all(".map thead button")[number].click()

    def cell(self, name, number):
        """A cell of the row of a student."""
        return self.run(
            """const rows = [...document.querySelectorAll('.map tbody tr:not(.gap)')];
            return rows.find(row => row.querySelector('bdi').textContent === arguments[0]).cells[arguments[1]];""",
            name,
            number,
        )

    def search(self, text):
        field = self.find("#search")
        field.clear()
        field.send_keys(text)

    def panel(self):
        """The text of the panel, None when it is shut."""
        panel = self.find("#panel")
        return panel.text if panel.is_displayed() else None

    def complaints(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]


@pytest.fixture(scope="module")
def driver(tmp_path_factory):
    yield from chromium.driver(tmp_path_factory.mktemp("chromium"))


@pytest.fixture
def show(driver, tmp_path):
    """Render a record and open its page."""

    def open_page(record, **more):
        path = tmp_path / "report.html"
        path.write_text(render_page(record, **more), encoding="utf-8", newline="")
        return Page(driver).open(path)

    return open_page


@pytest.fixture(scope="module")
def varied(tmp_path_factory):
    """The page of a class of 60."""
    path = tmp_path_factory.mktemp("varied") / "report.html"
    path.write_text(render_page(varied_class(60)), encoding="utf-8", newline="")
    return path


@pytest.fixture
def page(driver, varied):
    return Page(driver).open(varied)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """The page of a class of 300: more than fit on any screen."""
    path = tmp_path_factory.mktemp("many") / "report.html"
    path.write_text(render_page(varied_class(300, exercises=4)), encoding="utf-8", newline="")
    return path


@pytest.fixture
def long_page(driver, many):
    return Page(driver).open(many)


def three():
    """Three students and two exercises, each of their marks another."""
    scouts, dinner = (
        exercise(explanations={"in-turn": "One by one."}),
        exercise(DINNER, "2.2", "dinner for one"),
    )
    late = graded(passed(), passed("test_b"), slug=DINNER, points=8.0, late=Lateness(7_200.0, 0.2))
    by_hand = graded(
        passed(), failed(), slug=DINNER, points=7.5, override=Override(7.5, "Shown in the tutorial.")
    )
    return class_record(
        student("ada@example.org", "Ada Müller", [graded(passed(), failed(), misconception="in-turn"), late]),
        student("bo@example.org", "Bo Li", [graded(passed(), passed("test_b")), by_hand]),
        student(
            "cy@example.org", "Cy Okafor", [without_verdict("missing"), without_verdict("unclear", DINNER)]
        ),
        exercises=(scouts, dinner),
    )


# Opening


def test_a_page_of_any_size_opens_without_a_complaint(show):
    for record in (class_record(), class_record(exercises=()), three(), varied_class(40)):
        page = show(record)

        assert page.complaints() == []
        assert page.find("h1").text == "Class report"


def test_a_thousand_students_are_not_a_thousand_rows_of_elements(show):
    page = show(varied_class(1000))

    assert page.find(".map table").get_attribute("aria-rowcount") == "1001"
    assert page.run("return document.querySelectorAll('*').length") < MOST_ELEMENTS


def test_the_first_look_answers_the_five_questions(page):
    cards = {card.find_element("css selector", "h2").text: card.text for card in page.all(".cards > div")}

    assert "is the median" in cards["How did the class do?"]
    assert "of its points on average" in cards["Which exercise is hard?"]
    assert "misconceptions met" in cards["What do they misunderstand?"]
    assert "who, and why" in cards["Who needs help?"]
    assert "the grader failed" in cards["Is anything wrong?"]


def test_level_0_is_told_at_the_top(show):
    page = show(class_record(student(), level=0))

    assert "Isolation level 0" in page.find(".cards .alert").text


def test_the_same_record_is_the_same_page():
    assert render_page(varied_class(12)) == render_page(varied_class(12))


# Cells


def test_a_cell_says_in_words_what_its_colour_says(show):
    page = show(three())

    assert page.cell("Ada Müller", 2).get_attribute("aria-label") == (
        "2.1 three scouts: 5 of 10 points, misconception in-turn"
    )
    assert (
        page.cell("Ada Müller", 3).get_attribute("aria-label") == "2.2 dinner for one: 8 of 10 points, late"
    )
    assert (
        page.cell("Bo Li", 3).get_attribute("aria-label")
        == "2.2 dinner for one: 7.5 of 10 points, set by hand"
    )
    assert page.cell("Cy Okafor", 2).get_attribute("aria-label") == "2.1 three scouts: not handed in"
    assert (
        page.cell("Cy Okafor", 3).get_attribute("aria-label")
        == "2.2 dinner for one: unclear which file counts"
    )
    assert [page.cell("Cy Okafor", column).text for column in (1, 2, 3)] == ["0", "–", "?"]


# Sorting, searching, filtering


def test_a_click_on_a_heading_sorts_the_weakest_first_and_a_second_turns_the_order_round(show):
    page = show(three())

    page.sort_by(3)
    assert page.column(3) == ["?", "7.5", "8"]
    page.sort_by(3)
    assert page.column(3) == ["8", "7.5", "?"]
    assert page.all(".map thead th")[3].get_attribute("aria-sort") == "descending"
    page.sort_by(0)
    assert page.students() == ["Ada Müller", "Bo Li", "Cy Okafor"]


def test_every_column_sorts(page):
    for column in range(1, 17):
        page.sort_by(column)
        values = [float(value) for value in page.column(column) if value not in "–?!"]
        assert values == sorted(values)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("muller", ["Ada Müller"]),
        ("BO", ["Bo Li"]),
        ("cy@example", ["Cy Okafor"]),
        ("in-turn", ["Ada Müller"]),
        ("example li", ["Bo Li"]),
        ("nobody", []),
        ("<b>", []),
    ],
)
def test_a_student_is_found_by_name_email_or_misconception(show, text, found):
    page = show(three())

    page.search(text)

    assert page.students() == found
    assert page.find("#count").text == f"{len(found)} of 3 students"
    assert page.complaints() == []


def test_what_is_searched_for_stands_out_in_the_table(show):
    page = show(three())

    page.search("in-turn")

    assert [cell.text for cell in page.all(".map .found")] == ["5"]


def test_a_misconception_leads_to_its_students(show):
    page = show(three())

    page.find("[data-search='in-turn']").click()

    assert page.students() == ["Ada Müller"]


def test_students_are_filtered_by_what_is_the_matter(show):
    page = show(three())
    options = {option.get_attribute("value"): option.text for option in page.all("#show option")}

    assert options == {
        "all": "everybody (3)",
        "help": "needs help (1)",
        "missing": "something is missing (1)",
        "late": "late (1)",
        "unclear": "unclear (1)",
        "hand": "set by hand (1)",
        "misconception": "a misconception (1)",
    }
    page.find("#show option[value=hand]").click()
    assert page.students() == ["Bo Li"]


def test_the_small_tables_sort_too(page):
    page.run("document.querySelectorAll('#exercises > .wide > table > thead button')[1].click()")

    shown = page.run(
        "return [...document.querySelectorAll('#exercises .percent')].map(value => value.textContent)"
    )
    exercises = page.run(
        "return [...document.querySelectorAll('#exercises > .wide > table > tbody > tr:first-child .percent')]"
        ".map(value => parseInt(value.textContent))"
    )
    assert len(shown) > len(exercises) == 15
    assert exercises == sorted(exercises)


# One submission


def test_a_mark_is_traced_to_its_file_its_bytes_and_its_tests(show):
    page = show(three())

    page.cell("Ada Müller", 2).click()

    text = page.panel()
    assert "2.1 three scouts · Ada Müller" in text
    assert "5 of 10 points · partly solved" in text
    assert "File\nx.py" in text
    assert "SHA-256\nd1" in text
    assert "Misconception: in-turn\nOne by one." in text
    assert "Tests: 1 of 2 passed" in text
    assert "took 5.0 s" in text
    assert "Took 5 s, expected 3 s." in text


def test_the_timeline_stands_beside_the_expected_one_on_one_scale(show):
    page = show(three())

    page.cell("Ada Müller", 2).click()

    lanes = {
        look: [lane.get_attribute("aria-label") for lane in page.all(f".timeline svg.{look}")]
        for look in ("measured", "expected")
    }
    assert lanes == {"measured": ["0 s to 2 s", "2 s to 5 s"], "expected": ["0 s to 2 s", "0 s to 3 s"]}
    width = "return parseFloat(document.querySelectorAll(arguments[0])[0].getAttribute('width'))"
    assert page.run(width, "svg.measured rect") == page.run(width, "svg.expected rect")


def test_how_points_came_about_is_told(show):
    page = show(three())

    page.cell("Ada Müller", 3).click()
    assert "2 h late: 20 % of the points are taken away" in page.panel()
    assert "The grader found\n10 of 10 points" in page.panel()
    page.press("escape")
    page.cell("Bo Li", 3).click()
    assert "7.5 points, set by hand: Shown in the tutorial." in page.panel()
    assert "The grader found\n5 of 10 points" in page.panel()


def test_a_student_opens_with_all_marks_and_each_of_them_opens_too(show):
    page = show(three())

    page.cell("Ada Müller", 0).click()
    assert "13 of 20 points" in page.panel()
    page.find("#panel [data-mark='1']").click()

    assert "2.2 dinner for one · Ada Müller" in page.panel()


def test_an_explanation_has_its_paragraphs_and_its_code(show):
    text = "It calls `run`\nwithout await.\n\nWhat is a `coroutine"
    record = class_record(
        student(marks=[graded(failed(), misconception="in-turn")]),
        exercises=(exercise(explanations={"in-turn": text}),),
    )
    page = show(record)
    there = page.run("return [...document.querySelectorAll('#misconceptions td p')].map(p => p.innerHTML)")

    page.cell("Jane Doe", 2).click()

    here = page.run("return [...document.querySelectorAll('.misconception p')].map(p => p.innerHTML)")
    assert there == here == ["It calls <code>run</code> without await.", "What is a `coroutine"]


def test_when_it_was_handed_in_is_told_to_the_second(show):
    page = show(class_record(student(marks=[graded(passed(), submitted="2026-11-20T18:24:00.5+01:00")])))

    page.cell("Jane Doe", 2).click()

    assert "Handed in\n2026-11-20 17:24:00 UTC" in page.panel()


def test_who_needs_help_opens_with_the_reason(show):
    page = show(three())

    page.find("#help [data-student]").click()

    assert "Cy Okafor" in page.panel()
    assert "has solved nothing" in page.panel()


def test_one_goes_from_student_to_student_in_the_order_of_the_table(show):
    page = show(three())
    page.sort_by(0)  # from Cy to Ada
    page.cell("Bo Li", 2).click()

    page.find("[data-step=student-after]").click()
    assert "2.1 three scouts · Ada Müller" in page.panel()
    page.press("p")
    assert "2.1 three scouts · Bo Li" in page.panel()
    page.find("[data-step=exercise-after]").click()
    assert "2.2 dinner for one · Bo Li" in page.panel()
    page.find("[data-step=exercise-after]").click()
    assert "2.2 dinner for one · Bo Li" in page.panel(), "there is no further one"


def test_a_message_that_all_tests_have_is_told_once(show):
    broken = [
        failed(name, message="SyntaxError in line 1", reason="load", timeline=())
        for name in ("test_a", "test_b")
    ]
    page = show(class_record(student(marks=[graded(*broken)])))

    page.cell("Jane Doe", 2).click()

    assert page.panel().count("SyntaxError in line 1") == 1


def test_every_mark_opens_whatever_its_state(show):
    page = show(varied_class(30, exercises=4))

    shown = page.run(OPEN_EVERYTHING)

    assert len(shown) == 30 * 5
    assert min(map(len, shown)) > 50
    assert page.complaints() == []


# The keyboard


def test_arrows_move_in_the_table_and_one_cell_takes_tab(show):
    page = show(three())
    page.find("#search").send_keys("\ue015")  # arrow down: into the table

    page.press("arrow_right", "arrow_right", "arrow_down")

    assert page.focused().get_attribute("aria-label") == "2.1 three scouts: 10 of 10 points"
    assert len(page.all(".map [tabindex='0']")) == 1
    page.press("home")
    assert page.focused().text == "Bo Li"


def test_enter_opens_escape_closes_and_the_focus_is_where_it_was(show):
    page = show(three())
    page.find("#search").send_keys("\ue015")
    page.press("arrow_right", "arrow_right", "enter")

    assert "2.1 three scouts · Ada Müller" in page.panel()
    page.press("n", "escape")

    assert page.panel() is None
    assert page.focused().get_attribute("aria-label") == "2.1 three scouts: 10 of 10 points", (
        "that of the next student"
    )


def test_a_heading_sorts_by_enter_and_keeps_the_focus(show):
    page = show(three())
    page.find("#search").send_keys("\ue015")

    page.press("arrow_right", "arrow_up", "enter")

    assert page.students() == ["Cy Okafor", "Bo Li", "Ada Müller"] or page.column(1) == sorted(
        page.column(1), key=float
    )
    assert page.focused().text.startswith("Points")


def test_a_slash_goes_to_the_search_and_is_not_written_there(page):
    page.cell(page.students()[0], 0).send_keys("/")

    assert page.focused().get_attribute("id") == "search"
    assert page.focused().get_attribute("value") == ""


def test_the_last_student_of_a_long_class_is_one_key_away(long_page):
    page = long_page
    page.find("#search").send_keys("\ue015")

    page.hold_control("end")

    row = page.run("return document.activeElement.parentElement.getAttribute('aria-rowindex')")
    assert row == "301"
    assert page.run(
        """const cell = document.activeElement.getBoundingClientRect(), frame = byId("map").getBoundingClientRect();
        return frame.top <= cell.top && cell.bottom <= frame.bottom + 1 && cell.right <= innerWidth"""
    )
    page.press("arrow_up", "page_up")
    assert int(page.run("return document.activeElement.parentElement.getAttribute('aria-rowindex')")) < 300


def test_scrolling_does_not_take_the_focus_away(long_page):
    page = long_page
    page.find("#search").send_keys("\ue015")

    page.run("map.frame.scrollTop = 5000; map.draw()")

    assert page.focused().get_attribute("class") == "name"
    page.press("arrow_down")
    assert page.run("return document.activeElement.parentElement.getAttribute('aria-rowindex')") == "3"


# Print, dark, narrow


def test_print_has_every_student(long_page):
    page = long_page

    page.run("window.dispatchEvent(new Event('beforeprint'))")
    assert len(page.students()) == 300
    page.run("window.dispatchEvent(new Event('afterprint'))")
    assert len(page.students()) < 100


def emulated(page, **features):
    page.driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": name, "value": value} for name, value in features.items()]},
    )


def test_in_the_dark_the_page_is_dark(page):
    brightness = "return Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])"
    try:
        emulated(page, **{"prefers-color-scheme": "light"})
        assert page.run(brightness) > 200
        emulated(page, **{"prefers-color-scheme": "dark"})
        assert page.run(brightness) < 60
    finally:
        emulated(page)


def test_a_narrow_screen_scrolls_in_one_direction_only(page):
    size = {"width": 380, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    try:
        page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        assert page.run("return document.documentElement.scrollWidth") <= 380
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


# Hostile text


def hostile_class(texts):
    """A student with each text, in all that a student, a roster or a file controls."""
    rows = []
    for number, text in enumerate(texts):
        mark = graded(
            failed(message=text, timeline=[Span(text, 0.0, 1.0, "ok")]),
            passed(),
            misconception=text or None,
            override=Override(1.0, text),
            problem=text,
            submitted=text,
        )
        rows.append(student(f"{number}{text}", text, [mark], email=text, problems=(text,)))
    return class_record(
        *rows,
        problems=[Problem(text, text) for text in texts],
        exercises=(exercise(explanations={text: text for text in texts}),),
    )


def hostile_pairs(texts):
    keys = [f"{number}{text}" for number, text in enumerate(texts)]
    pairs = [
        Pair(
            SCOUTS,
            Side(key, text, 0.9, text, (text, keys[0])),
            Side(keys[0], text, 0.8, text),
            40,
            False,
            (Passage((1, 2), (1, 2)),),
        )
        for key, text in zip(keys, texts, strict=True)
    ]
    short = [NotCompared(key, text, text) for key, text in zip(keys, texts, strict=True)]
    return Similarity("Judge for yourself.", tuple(pairs), 0, tuple(short), 1)


OPEN_EVERYTHING = """
document.querySelectorAll("[data-long] ~ button").forEach((button) => button.click());
const texts = [];
const look = () => {
  byId("panel-body").querySelectorAll("details").forEach((details) => { details.open = true; });
  texts.push(byId("panel").textContent);
};
students.forEach((_, student) => [null, ...exercises.keys()].forEach((exercise) => {
  panel.openMark(student, exercise);
  look();
}));
document.querySelectorAll("[data-pair]").forEach((_, pair) => { panel.openPair(pair); look(); });
return texts;
"""
ACTING = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]"


def test_hostile_text_is_text_wherever_it_stands(show):
    texts = list(HOSTILE.values())
    tame = ["Jane" for _ in texts]
    made = "return [...'script img iframe style h1'.split(' ')].map(tag => document.querySelectorAll(tag).length)"
    page = show(hostile_class(tame), similarity=hostile_pairs(tame))
    expected = page.run(made)

    page = show(hostile_class(texts), similarity=hostile_pairs(texts))
    shown = page.run(OPEN_EVERYTHING)

    assert page.run(made) == expected
    assert page.run("return document.title").startswith("Class report")
    assert [text for text in shown if re.search(ACTING, text)] == []
    assert re.search(ACTING, page.run("return document.documentElement.outerHTML")) is None
    assert page.complaints() == []
    assert any(text.count("<script>alert(1)</script>") > 5 for text in shown), "it is shown as it was written"


def test_a_megabyte_of_text_is_cut_and_says_so(show):
    text = HOSTILE["megabyte"]

    page = show(hostile_class([text]))

    assert len(render_page(hostile_class([text]))) < 250_000
    page.run("panel.openMark(0, 0)")
    assert "more characters)" in page.find("#panel-body pre").text


def test_a_timeline_of_thousands_of_calls_is_counted(show):
    spans = [Span(f"ask {number}", 0.0, 1.0, "ok") for number in range(5_000)]
    page = show(class_record(student(marks=[graded(passed(), failed(timeline=spans))])))

    page.cell("Jane Doe", 2).click()

    assert "4984 more calls not shown" in page.panel()
    assert len(page.all(".timeline svg.measured")) == 16


def test_odd_times_draw_no_nonsense(show):
    spans = [
        Span("a", 0.0, float("inf"), "ok"),
        Span("b", -5.0, None, "running"),
        Span("c", 1e300, 2e300, "failed"),
    ]
    page = show(class_record(student(marks=[graded(passed(), failed(timeline=spans))])))

    page.cell("Jane Doe", 2).click()

    widths = page.run(
        "return [...document.querySelectorAll('.timeline rect')].map(bar => parseFloat(bar.getAttribute('width')))"
    )
    assert all(0 < width <= 100 for width in widths)
    assert page.complaints() == []


def test_should_text_ever_become_markup_the_browser_does_not_run_it(driver, tmp_path):
    slips = (
        "<script>window.ran = true</script>"
        "<img src='data:image/gif;base64,x' onerror='window.ran = true'>"
        "<svg onload='window.ran = true'></svg>"
        "<iframe srcdoc='<script>parent.ran = true</script>'></iframe>"
        "<style>h1 { display: none }</style>"
        "<a id='slip' href='javascript:window.ran = true'>x</a>"
    )
    path = tmp_path / "report.html"
    path.write_text(render_page(three()).replace("</h1>", f"{slips}</h1>"), encoding="utf-8", newline="")

    page = Page(driver).open(path)
    page.run("byId('slip').click()")

    assert page.find("#slip").is_displayed()
    assert page.run("return window.ran ?? false") is False
    assert page.students() == ["Ada Müller", "Bo Li", "Cy Okafor"], "the page itself works on"


def test_the_page_loads_nothing(show):
    page = show(varied_class(20))

    assert page.run("return performance.getEntriesByType('resource').length") == 0
    assert re.search(r"(?:src|href)\s*=\s*[\"'](?!#)", render_page(three())) is None


# Similar submissions


def test_without_similarity_there_is_no_such_section():
    assert "Similar submissions" not in render_page(three())


def test_a_pair_stands_side_by_side_and_the_judgement_is_left_to_a_person(show):
    one, other = (
        Side("ada@example.org", "x.py", 0.9, "a\nb\nc"),
        Side("bo@example.org", "y.py", 0.8, "b\nc\nd"),
    )
    pair = Pair(SCOUTS, one, other, 40, False, (Passage((2, 3), (1, 2)),))
    page = show(three(), similarity=Similarity("Judge for yourself.", (pair,), 0, (), 1))

    assert "Judge for yourself." in page.find("#similarity").text
    page.find("[data-pair='0']").click()

    assert [title.text for title in page.all("#panel .source h3")] == ["Ada Müller", "Bo Li"]
    assert "90 % in common · x.py" in page.panel()
    alike = page.run("return [...document.querySelectorAll('#panel .alike')].map(line => line.textContent)")
    assert alike == ["b", "c", "b", "c"]


# What is there without a browser


class Blocks(HTMLParser):
    """The texts of a page outside of scripts, and the data blocks."""

    def __init__(self):
        super().__init__()
        self.text, self.blocks, self._inside = "", {}, None

    def handle_starttag(self, tag, attrs):
        if tag in {"script", "style"}:
            self._inside = dict(attrs).get("id", tag)

    def handle_endtag(self, tag):
        if tag in {"script", "style"}:
            self._inside = None

    def handle_data(self, data):
        if self._inside is None:
            self.text += data
        else:
            self.blocks[self._inside] = self.blocks.get(self._inside, "") + data


def parsed(record, **more):
    blocks = Blocks()
    blocks.feed(render_page(record, **more))
    return blocks


def test_exercises_misconceptions_and_who_needs_help_can_be_read_without_scripts():
    text = parsed(three()).text

    for words in ("dinner for one", "in-turn", "One by one.", "Cy Okafor", "has solved nothing"):
        assert words in text


def test_data_blocks_are_json_whatever_is_in_them():
    texts = list(HOSTILE.values())

    blocks = parsed(hostile_class(texts), similarity=hostile_pairs(texts)).blocks

    for name in ("class-data", "details-data", "evidence-data"):
        assert "<" not in blocks[name]
        assert json.loads(blocks[name])


def test_a_verdict_that_many_share_is_in_the_page_once():
    mark = graded(passed(), failed(message="the one message"))
    record = class_record(*[student(f"s{number}", marks=[mark]) for number in range(50)])

    assert render_page(record).count("the one message") == 1


def test_every_mark_has_its_file_and_its_digest_in_the_page():
    record = varied_class(30)
    details = json.loads(parsed(record).blocks["details-data"])

    found = {
        (details["texts"][mark[0]], details["texts"][mark[1]])
        for student in details["students"]
        for mark in student["marks"]
    }
    assert found == {(mark.path, mark.digest) for student in record.students for mark in student.marks}
