"""What a release shows of a test file: the public tests and what they use."""

from __future__ import annotations

import pytest
from small_kit import dedented

from grader.release.public import public_part, public_tests

pytestmark = pytest.mark.once

HIDDEN = '''
"""The secret plan of all tests."""

import asyncio
import pytest
from itertools import chain, count

LIMIT, OTHER = 3, 4
UNUSED = "only the hidden test reads this"

# A comment about the hidden tests.


def helper(world):
    return deeper(world) + LIMIT


def deeper(world):
    return next(count(world.elapsed))


class OnlyHidden:
    pass


@pytest.fixture
def permits(world):
    return asyncio.Semaphore(2)


@pytest.mark.points(1)
@pytest.mark.public
async def test_public(submission, world, permits):
    """It is public."""
    assert await submission.run(permits) == helper(world)  # its own comment


@pytest.mark.points(9)
async def test_hidden(submission, world):
    """It is hidden."""
    assert await submission.run(OnlyHidden()) == UNUSED
'''


def test_it_holds_the_public_tests_and_all_that_they_use():
    assert public_part(dedented(HIDDEN)) == dedented('''
        """Public tests: the other tests of this exercise run when your work is handed in."""

        import asyncio
        import pytest
        from itertools import chain, count
        LIMIT, OTHER = 3, 4


        def helper(world):
            return deeper(world) + LIMIT


        def deeper(world):
            return next(count(world.elapsed))


        @pytest.fixture
        def permits(world):
            return asyncio.Semaphore(2)


        @pytest.mark.points(1)
        @pytest.mark.public
        async def test_public(submission, world, permits):
            """It is public."""
            assert await submission.run(permits) == helper(world)  # its own comment
        ''')


def test_the_marks_of_the_whole_file_and_what_they_use_stay():
    marked = """
        import asyncio
        import pytest

        FEW = 100
        pytestmark = pytest.mark.limits(handovers=FEW)  # a loop that never waits is over sooner


        @pytest.mark.public
        async def test_public(submission):
            assert await submission.run() == 1
        """

    assert public_part(dedented(marked)) == dedented("""
        \"""Public tests: the other tests of this exercise run when your work is handed in.\"""

        import pytest
        FEW = 100
        pytestmark = pytest.mark.limits(handovers=FEW)  # a loop that never waits is over sooner


        @pytest.mark.public
        async def test_public(submission):
            assert await submission.run() == 1
        """)


def test_the_names_of_public_tests_are_found():
    assert public_tests(HIDDEN) == ("test_public",)


@pytest.mark.parametrize(
    "decorator", ["@pytest.mark.publicly", "@pytest.mark.points(1)", "@other.mark.public", "@public"]
)
def test_no_other_marker_makes_a_test_public(decorator):
    assert public_tests(f"{decorator}\ndef test_it(submission):\n    pass\n") == ()


def test_a_helper_that_is_marked_by_mistake_is_no_test():
    assert public_tests("@pytest.mark.public\ndef helper():\n    pass\n") == ()
