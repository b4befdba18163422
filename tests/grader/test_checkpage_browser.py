"""The page of a check in a real browser: on a phone and a desk, in the light and in the dark, and without scripts."""

import chromium
import pytest
from check_records import EXERCISES, a_page_of_everything, checked, failed, not_written, page, result_of
from small_kit import PROJECT

from grader.catalog import load_catalog
from grader.handout import read_handout
from grader.report.checkpage import render_check_page

pytestmark = pytest.mark.once

PHONE, DESK = 320, 1200
GUARD = 50  # seconds
SIZES = pytest.mark.parametrize("width", [PHONE, DESK])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


class Page:
    """A page as a reader has it before them."""

    def __init__(self, driver):
        self.driver = driver

    def run(self, script):
        return self.driver.execute_script(script)

    def unfold(self):
        self.run("document.querySelectorAll('details').forEach(part => part.open = true)")
        return self

    def is_visible(self, selector):
        return self.driver.find_element("css selector", selector).is_displayed()

    def violations(self):
        """What axe finds: (rule, the first elements)."""
        axe_selenium = pytest.importorskip("axe_selenium_python", reason="install axe-selenium-python")
        axe = axe_selenium.Axe(self.driver)
        self.driver.set_script_timeout(GUARD)
        axe.inject()
        found = axe.run()["violations"]
        return [(rule["id"], [node["html"][:200] for node in rule["nodes"][:3]]) for rule in found]

    def complaints(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]


@pytest.fixture(scope="module")
def driver(tmp_path_factory):
    yield from chromium.driver(tmp_path_factory.mktemp("chromium"))


@pytest.fixture
def show(driver, tmp_path):
    """Open a page on a screen of a width."""

    def opened(html, width=DESK, scheme="light", media=""):
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8", newline="")
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        driver.get_log("browser")  # what an earlier page has said
        driver.get(path.as_uri())
        return Page(driver)

    yield opened
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


EXERCISES_THERE_ARE = {exercise.slug: exercise for exercise in load_catalog(PROJECT).exercises}
CHAPTERS = sorted({exercise.chapter for exercise in EXERCISES_THERE_ARE.values()})


def handed_out(*chapters):
    """The page of the exercises of these chapters of this project, as they were handed out."""
    chosen = {
        slug: exercise for slug, exercise in EXERCISES_THERE_ARE.items() if exercise.chapter in chapters
    }
    return render_check_page(
        result_of(*(checked(not_written(), of=exercise) for exercise in chosen.values())),
        chosen,
        {slug: read_handout(exercise) for slug, exercise in chosen.items()},
    )


@SIZES
@SCHEMES
def test_axe_finds_nothing_on_a_page_of_everything(show, width, scheme):
    opened = show(a_page_of_everything(), width, scheme).unfold()

    assert opened.violations() == []
    assert opened.complaints() == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_axe_finds_nothing_in_the_lessons_and_tasks_that_there_are(show, chapter):
    assert show(handed_out(chapter), PHONE).unfold().violations() == []


@SIZES
def test_nothing_is_wider_than_the_screen(show, width):
    for html in (a_page_of_everything(), handed_out(*CHAPTERS), page(checked(failed(message="x" * 5000)))):
        opened = show(html, width).unfold()

        assert opened.run("return document.documentElement.scrollWidth") <= width


def test_bars_are_as_long_as_their_seconds(show):
    widths = (
        show(a_page_of_everything(), PHONE)
        .unfold()
        .run(
            """const bars = [...document.querySelectorAll('#three-scouts .did rect')].slice(3, 6);
            return bars.map(bar => bar.getBoundingClientRect().width)"""
        )
    )

    assert widths[1] / widths[0] == pytest.approx(1.5, rel=0.05)
    assert widths[0] / widths[2] == pytest.approx(2, rel=0.05)


def test_lesson_and_task_unfold_without_a_script(show):
    opened = show(page(*(checked(failed(), of=exercise) for exercise in EXERCISES.values())))
    assert not opened.is_visible("details.text p")

    opened.driver.find_element("css selector", "details.text summary").click()

    assert opened.is_visible("details.text p")
    assert opened.run("return document.scripts.length") == 0


def test_the_task_of_a_single_exercise_is_unfolded(show):
    assert show(page(checked(failed()))).is_visible("article .text p")


def test_printed_on_paper_it_is_black_on_white_also_in_the_dark(show):
    opened = show(a_page_of_everything(), scheme="dark", media="print")
    look = opened.run(
        "const look = getComputedStyle(document.body); return [look.color, look.backgroundColor]"
    )

    assert look == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
