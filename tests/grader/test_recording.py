import pytest

from grader.catalog import CatalogError, Declaration
from grader.misconception import Symptom
from grader.recording import Misconception, Recording, Unreadable, encode, explanation, name_of, read
from grader.verdict import Expected, Span

RECORDING = Recording(
    declared={"reports": Declaration("async", 24, "ask, stations")},
    expected={"test_a": Expected(3.0, (Span("ask n", 0.0, None, "running"),))},
    misconceptions={
        "sequential-await": Misconception(
            "`await` waits.",
            (
                Symptom(
                    "test_a",
                    "assertion",
                    "took 6.0 s",
                    "took N s",
                    6.0,
                    (("ask", 0.0, 2.0, "ok"),),
                    {"tasks": 1},
                ),
            ),
        )
    },
)


def test_what_was_recorded_is_read_again(tmp_path):
    file = tmp_path / "recorded.json"
    file.write_bytes(encode(RECORDING))

    assert read(file) == RECORDING


def test_no_file_is_an_empty_recording(tmp_path):
    assert read(tmp_path / "recorded.json") == Recording()


def test_a_recording_has_a_line_for_each_thing():
    text = encode(RECORDING).decode()

    assert text.endswith("}\n")
    assert '"message": "took 6.0 s",' in [line.strip() for line in text.splitlines()]


def test_the_same_recording_has_the_same_bytes_whatever_the_order_of_its_making():
    names = ("test_a", "test_b", "test_c")
    there = Recording(expected={name: Expected(1.0, ()) for name in names})
    back = Recording(expected={name: Expected(1.0, ()) for name in reversed(names)})

    assert encode(there) == encode(back)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"expected": 5}', b'{"misconceptions": {"a": {}}}', b"\xff"]
)
def test_a_damaged_recording_is_told_with_the_next_step(tmp_path, content):
    file = tmp_path / "recorded.json"
    file.write_bytes(content)

    with pytest.raises(Unreadable, match=r"(?s)recorded\.json: .*Write it anew: nox -s verify -- --record"):
        read(file)


def test_a_recording_that_cannot_be_opened_is_unreadable(tmp_path):
    with pytest.raises(Unreadable, match="Write it anew"):
        read(tmp_path)


def test_a_damaged_recording_is_one_of_the_kit_s_own_files():
    assert issubclass(Unreadable, CatalogError)


def test_the_explanation_is_the_docstring_of_a_wrong_solution():
    assert (
        explanation('"""`await` starts the call\n    and waits.\n    """\n\nx = 1\n')
        == "`await` starts the call\nand waits."
    )


@pytest.mark.parametrize("source", ["x = 1\n", "", "def (:\n"])
def test_a_wrong_solution_without_a_docstring_explains_nothing(source):
    assert explanation(source) == ""


def test_a_misconception_is_called_like_its_file(tmp_path):
    assert name_of(tmp_path / "sequential_await.py") == "sequential-await"
