"""How far a run is: a bar in a terminal, and plain lines elsewhere."""

import io

from grader.bulk.progress import progress


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self):
        return True


class Clock:
    """Real seconds, as a test wants them."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def shown(stream, *batches, total=300):
    clock = Clock()
    with progress(total, stream, now=clock) as told:
        for seconds, files, failures in batches:
            clock.now += seconds
            told.advance(files, failures)
    return stream.getvalue()


def test_a_line_every_so_often_says_how_far_it_is_what_it_costs_and_when_it_ends():
    lines = shown(io.StringIO(), (4, 40, 0), (4, 40, 0), (4, 40, 1)).splitlines()

    assert lines == [
        "graded 120 of 300 files, about 18 s to go, 100 ms a file, 10.0/s, 1 errors of ours",
        "graded 120 of 300 files in 12 s, 100 ms a file, 10.0/s, 1 errors of ours",
    ]


def test_a_run_with_nothing_to_do_says_nothing():
    assert shown(io.StringIO(), total=0) == ""


def test_a_terminal_has_a_bar_with_the_same_figures():
    text = shown(Terminal(), (4, 40, 0), (4, 40, 2))

    assert "80/300" in text
    assert "100 ms a file, 10.0/s" in text
    assert "2 errors of ours" in text
