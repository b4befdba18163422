import pytest
from class_records import DINNER, exercise

from grader.bulk.overrides import OverridesUnreadable, read_overrides, unknown
from grader.classroom import Override

HEADER = b"student,exercise,points,reason\n"


@pytest.fixture
def overrides(tmp_path):
    path = tmp_path / "overrides.csv"

    def read(data):
        path.write_bytes(data)
        return read_overrides(path)

    return read


def test_a_line_is_a_mark_with_its_reason(overrides):
    found = overrides(
        HEADER + b'jane@example.org,three-scouts,8,"Oral exam, 12 May"\nomar,dinner_for_one,4.5,Ill\n'
    )

    assert found == {
        ("jane@example.org", "three-scouts"): Override(8.0, "Oral exam, 12 May"),
        ("omar", "dinner-for-one"): Override(4.5, "Ill"),
    }


def test_a_file_as_excel_saves_it_in_europe_is_read(overrides):
    data = "\ufeffStudent;Exercise;Points;Reason;by\r\nJosé;three-scouts;4,5;Krank;me\r\n;;;;\r\n".encode()

    assert overrides(data) == {("José", "three-scouts"): Override(4.5, "Krank")}


def test_columns_may_stand_in_any_order(overrides):
    assert overrides(b"reason,points,student,exercise\nIll,0,omar,three-scouts\n") == {
        ("omar", "three-scouts"): Override(0.0, "Ill")
    }


def test_a_key_that_the_gradebook_has_guarded_is_taken_back(overrides):
    assert ("=omar", "three-scouts") in overrides(HEADER + b"'=omar,three-scouts,1,x\n")


def test_a_header_alone_is_no_override(overrides):
    assert overrides(HEADER) == {}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"jane,three-scouts,eight,x", "line 2: “eight” are no points. Write a number"),
        (b"jane,three-scouts,-1,x", "line 2: “-1” are no points"),
        (b"jane,three-scouts,nan,x", "line 2: “nan” are no points"),
        (b"jane,three-scouts,inf,x", "line 2: “inf” are no points"),
        (b"jane,three-scouts,8", "line 2: reason is empty. Write it"),
        (b"jane,,8,", "line 2: exercise and reason are empty"),
        (
            b"jane,three-scouts,8,x\njane,Three_Scouts,9,x",
            "line 3: this student and exercise stand in an earlier",
        ),
        (b'jane,three-scouts,8,"x\n\n', "Mend its quotes"),
        (b"jane,three-scouts,\x1b[31m,x", r"line 2: “\x1b[31m” are no points"),
    ],
    ids=ascii,
)
def test_each_problem_names_its_line_and_the_next_step(overrides, line, problem):
    with pytest.raises(OverridesUnreadable) as caught:
        overrides(HEADER + line)

    assert problem in str(caught.value)
    assert "overrides.csv: line " in str(caught.value)
    assert "jane@example.org,three-scouts,8," in str(caught.value)


def test_all_problems_are_told_at_once_and_many_are_counted(overrides):
    with pytest.raises(OverridesUnreadable) as caught:
        overrides(HEADER + b"jane,three-scouts,,x\n" * 14)

    assert str(caught.value).count("points is empty") == 10
    assert "and 4 more." in str(caught.value)


@pytest.mark.parametrize(
    "data", [b"", b"student,points,reason\n", b"student,student,exercise,points,reason\n"]
)
def test_a_header_without_the_columns_is_refused(overrides, data):
    with pytest.raises(OverridesUnreadable, match="line 1: the header needs each of these once"):
        overrides(data)


def test_a_file_that_is_not_text_is_refused(overrides):
    with pytest.raises(OverridesUnreadable, match="it is not UTF-8"):
        overrides(HEADER + b"Jos\xe9,three-scouts,1,x\n")


def test_a_cell_without_end_is_refused(overrides):
    with pytest.raises(OverridesUnreadable, match="line 2"):
        overrides(HEADER + b"x" * 200_000)


def test_a_file_that_is_not_there_says_how_to_write_it(tmp_path):
    with pytest.raises(OverridesUnreadable, match="there is no such file"):
        read_overrides(tmp_path / "overrides.csv")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(OverridesUnreadable, match="it cannot be read"):
        read_overrides(tmp_path)


def test_what_fits_the_class_is_not_unknown():
    assert unknown({("jane", "three-scouts"): Override(10.0, "x")}, ["jane"], [exercise()]) == []


def test_unknown_students_and_exercises_are_told_with_the_nearest_names():
    found = {
        ("jnae", "three-scouts"): Override(1.0, "x"),
        ("jane", "dinner-for-two"): Override(1.0, "x"),
        ("zzz", "three-scouts"): Override(1.0, "x"),
    }

    assert unknown(found, ["jane", "omar"], [exercise(), exercise(DINNER)]) == [
        "There is no student “jnae” in this class. Did you mean “jane”?",
        "There is no exercise “dinner-for-two” in this class. Did you mean “dinner-for-one”?",
        "There is no student “zzz” in this class. Copy it from gradebook.csv.",
    ]


def test_more_points_than_there_are_is_told():
    (sentence,) = unknown({("jane", "three-scouts"): Override(55.0, "x")}, ["jane"], [exercise()])

    assert sentence == "“jane” is given 55 points for three-scouts, which has 10. Write that many or fewer."
