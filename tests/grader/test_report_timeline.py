import pytest

from grader.report.timeline import Scale, glyphs_for, timelines
from grader.verdict import Expected, Span

IN_TURN = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 2.0, 5.0, "ok"), Span("ask e", 5.0, 6.0, "ok"))
TOGETHER = (Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 0.0, 3.0, "ok"), Span("ask e", 0.0, 1.0, "ok"))


def drawn(measured, expected=None, *, seconds=0.0, width=60, encoding="utf-8"):
    """The chart as text, between two line ends."""
    wanted = None if expected is None else Expected(0.0, expected)
    lines = timelines(Expected(seconds, measured), wanted, width=width, encoding=encoding)
    return "\n".join(["", *(line.plain.rstrip() for line in lines), ""])


def test_what_was_measured_stands_above_what_was_expected_on_one_scale():
    assert (
        drawn(IN_TURN, TOGETHER, seconds=6.0, width=75)
        == """
          0s        1s        2s        3s        4s        5s        6s
  ask n   ████████████████████
  ask w                       ██████████████████████████████
  ask e                                                     ██████████
expected
  ask n   ████████████████████
  ask w   ██████████████████████████████
  ask e   ██████████
"""
    )


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_it_may_be(width):
    assert max(map(len, drawn(IN_TURN, TOGETHER, seconds=6.0, width=width).splitlines())) <= width


def test_ascii_where_the_encoding_has_no_blocks():
    assert (
        drawn(IN_TURN, seconds=6.0, encoding="ascii")
        == """
          0s      1s      2s      3s      4s      5s      6s
  ask n   ################
  ask w                   ########################
  ask e                                           ########
"""
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "no-such-encoding"])
def test_blocks_are_used_only_where_all_of_them_exist(encoding):
    assert glyphs_for(encoding).bar == "#"


def test_calls_that_failed_were_cancelled_or_never_ended_say_so():
    spans = (
        Span("a", 0.0, 1.0, "failed"),
        Span("b", 0.0, 2.0, "cancelled"),
        Span("c", 1.0, None, "running"),
    )

    assert (
        drawn(spans, seconds=4.0, width=50)
        == """
      0s        1s        2s        3s        4s
  a   █████████✗
  b   ███████████████████⊘
  c             █████████████████████████████▸
  ✗ failed   ⊘ cancelled   ▸ had not ended
"""
    )


def test_calls_of_one_label_share_a_row_while_they_do_not_overlap():
    spans = (
        Span("op", 0.0, 1.0, "failed"),
        Span("op", 1.0, 2.0, "failed"),
        Span("op", 3.0, 4.0, "ok"),
        Span("op", 3.5, 4.0, "ok"),
    )

    assert (
        drawn(spans, width=50)
        == """
       0s        1s        2s        3s        4s
  op   █████████✗▓▓▓▓▓▓▓▓▓✗          ██████████
  op                                      █████
  ✗ failed
"""
    )


def test_a_call_that_takes_no_time_is_seen():
    assert (
        drawn([Span("save", 1.0, 1.0, "ok")], seconds=2.0, width=40)
        == """
         0s     0.5s   1s     1.5s   2s
  save                 ▏
"""
    )


def test_nothing_but_instants_has_a_scale_of_one_second():
    assert (
        drawn([Span("save", 0.0, 0.0, "ok")], width=50)
        == """
         0s     0.2s   0.4s   0.6s   0.8s   1s
  save   ▏
"""
    )


def test_both_have_their_rows_in_the_order_in_which_things_happened():
    backwards = tuple(reversed(TOGETHER))

    lines = drawn(backwards, TOGETHER).splitlines()
    labels = [line.split("   ")[0].strip() for line in lines]

    assert labels[2:5] == labels[6:9] == ["ask e", "ask w", "ask n"]


def test_what_was_done_as_expected_is_drawn_once():
    assert (
        drawn(TOGETHER, TOGETHER, width=50)
        == """
          0s          1s          2s          3s
  ask n   ████████████████████████
  ask w   ████████████████████████████████████
  ask e   ████████████
expected: the same
"""
    )


def test_no_call_is_said():
    assert (
        drawn((), TOGETHER[2:], width=50)
        == """
          0s     0.2s   0.4s   0.6s   0.8s   1s
  (nothing is called)
expected
  ask e   ███████████████████████████████████
"""
    )


def test_many_calls_are_counted():
    spans = [Span(f"fetch {number}", 0.0, 1.0, "ok") for number in range(100)]

    assert drawn(spans).endswith("(84 more calls)\n")


def test_labels_are_data():
    chart = drawn([Span("\x1b[31m[red]\n\u202eask", 0.0, 1.0, "ok")], width=100)

    assert r"\x1b[31m[red]\n\u202eask" in chart
    assert "\x1b" not in chart


def test_long_and_wide_labels_keep_the_bars_in_line():
    chart = drawn([Span("fetch " + "大" * 40, 0.0, 1.0, "ok"), Span("b", 0.0, 1.0, "ok")], width=60)

    assert (
        chart
        == """
                         0s              0.5s            1s
  fetch 大大大大大大…    ████████████████████████████████
  b                      ████████████████████████████████
"""
    )


@pytest.mark.parametrize(
    ("seconds", "step"),
    [(0.0, 0.2), (0.05, 0.01), (0.3, 0.05), (1.0, 0.2), (6.0, 1.0), (12.5, 2.0), (86400.0, 20000.0)],
)
def test_steps_are_numbers_that_people_count_in(seconds, step):
    assert Scale.fit(seconds, 60).step == step


def test_equal_times_are_bars_of_equal_length():
    scale = Scale.fit(9.0, 60)

    lengths = {scale.column(place + 1) - scale.column(place) for place in range(9)}

    assert len(lengths) == 1


def test_more_short_calls_than_columns_end_in_a_sign():
    many = tuple(Span("tick", float(second), float(second), "ok") for second in range(200))

    row = drawn(many, seconds=200.0, width=60).splitlines()[2]

    assert len(row) == 60
    assert row.endswith("▏…")
