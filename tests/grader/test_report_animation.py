"""Timelines as they come about: a picture is a function of what is known and of the moment."""

import pytest
from check_records import ENDINGS, IN_TURN, TOGETHER
from class_records import HOSTILE
from rich.cells import cell_len

from grader.report.animation import LEAP, Scene, picture, render_last_picture, room_for
from grader.verdict import Expected, Span

SCENE = Scene(
    "three scouts", "Three stations report after 3 s.", Expected(6.0, IN_TURN), Expected(3.0, TOGETHER)
)


def drawn(scene, now, width=60, **options):
    return "\n" + "\n".join(line.plain for line in picture(scene, now, width=width, **options)) + "\n"


def test_at_the_beginning_each_call_that_has_begun_is_a_head():
    assert (
        drawn(SCENE, 0.0)
        == """
 three scouts
 Three stations report after 3 s.

          0s     1s     2s     3s     4s     5s     6s
  ask n   ▸

expected
  ask n   ▸
  ask w   ▸
  ask e   ▸

 0.0 s
""".replace("▸\n\nexpected", "▸\n\n\nexpected")
    )


def test_bars_grow_where_they_are():
    assert (
        drawn(SCENE, 2.5)
        == """
 three scouts
 Three stations report after 3 s.

          0s     1s     2s     3s     4s     5s     6s
  ask n   ██████████████
  ask w                 ███▸

expected
  ask n   ██████████████
  ask w   █████████████████▸
  ask e   ███████

 2.5 s
"""
    )


def test_when_all_is_over_it_is_the_chart_of_the_report():
    assert (
        "\n" + render_last_picture(SCENE, width=60)
        == """
 three scouts
 Three stations report after 3 s.

          0s     1s     2s     3s     4s     5s     6s
  ask n   ██████████████
  ask w                 █████████████████████
  ask e                                      ███████
expected
  ask n   ██████████████
  ask w   █████████████████████
  ask e   ███████
"""
    )


def test_a_long_title_is_cut_while_it_moves_and_whole_at_the_end():
    scene = Scene("a", "It takes " + "very " * 20 + "long.", Expected(6.0, IN_TURN), None)

    assert drawn(scene, 1.0).splitlines()[2].endswith("…")
    assert " ".join(drawn(scene, None).split()).startswith(f"a {scene.title}")


def test_nothing_but_bars_moves():
    heights = {len(picture(SCENE, moment / 10)) for moment in range(61)}
    axes = {picture(SCENE, moment / 10)[3].plain for moment in range(61)}

    assert (len(heights), len(axes)) == (1, 1)


def test_a_call_that_never_ends_grows_no_longer_than_its_test():
    deadlock = Scene(
        "a", "b", Expected(1.0, (Span("ask", 0.0, None, "running"),)), Expected(3.0, TOGETHER[1:2])
    )

    assert drawn(deadlock, 1.0).splitlines()[5] == drawn(deadlock, 3.0).splitlines()[5]


def test_how_calls_ended_is_said_when_they_have_ended():
    scene = Scene("a", "b", Expected(2.0, ENDINGS), None)

    assert "ask w   █████████████████████▸\n" in drawn(scene, 1.0)
    assert "ask w   ████████████████████████████████⊘\n" in drawn(scene, 1.6)


@pytest.mark.parametrize(
    ("end", "clock"), [(0.05, "0.020 s"), (0.5, "0.02 s"), (6.0, "0.0 s"), (3600.0, "0.0 s")]
)
def test_the_clock_has_as_many_places_as_one_sees(end, clock):
    assert (
        picture(Scene("a", "b", Expected(end, (Span("x", 0.0, end, "ok"),)), None), 0.02)[-1].plain
        == f" {clock}"
    )


@pytest.mark.parametrize("height", [8, 16, 24, 60])
def test_it_fits_in_the_height_of_the_terminal(height):
    many = tuple(Span(f"ask {number}", 0.0, 5.0, "failed") for number in range(100))

    lines = picture(Scene("a", "b", Expected(5.0, many), Expected(3.0, many[:50])), 1.0, height=height)

    assert len(lines) <= max(height - 1, 13)
    assert any("more calls" in line.plain for line in lines)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("text", [text for text in HOSTILE.values() if len(text) < 1000])
def test_what_a_student_controls_is_data_in_every_encoding(text, encoding):
    scene = Scene(text, text, Expected(1.0, (Span(text, 0.0, 1.0, "ok"),)), None)

    for line in picture(scene, 0.5, width=60, encoding=encoding):
        assert line.plain.isprintable()
        assert cell_len(line.plain) < 60
        line.plain.encode(encoding)


def test_the_axis_of_a_test_under_way_grows_in_leaps():
    rooms = {room_for(moment / 100, Expected(3.0, TOGETHER)) for moment in range(601)}

    assert sorted(rooms) == [3.0, 3.0 * LEAP, 3.0 * LEAP**2]


def test_the_axis_of_a_test_of_which_nothing_is_known_goes_to_now():
    assert [room_for(moment, None) for moment in (0.0, 1.0, 2.5)] == [0.0, 1.0, 2.5]
