"""A roster says who is in the class; submissions are joined with it, and whoever is missing is seen."""

import pytest
from deliveries import SCOUTS, Delivery, kit_of_three

from grader.bulk.intake.roster import RosterError, read_roster

GITHUB = (
    '"identifier","github_username","github_id","name"\n'
    '"jane@uni.example","jane-d","12","Jane Doe"\n"Roe, Eve","","",""\n'
)
CLASSROOM_50 = (
    "username,first_name,last_name,email,section,github_id\n"
    "jane-d,Jane,Doe,jane@uni.example,A,12\neve,Eve,Roe,,B,13\n"
)
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,three scouts (991),Final Score\n"
    "    Points Possible,,,,,10,\n"
    '"Doe, Jane",4711,s100,jdoe,"Section 1",,\n"Roe, Eve",4712,s101,eroe,"Section 1",,\n'
    '"Student, Test",4999,,abc,"Section 1",,\n'
)
WORKSHEET = (
    "Identifier,Full name,Email address,Status,Grade\n"
    "Participant 101,Jane Doe,jane@uni.example,Submitted,-\nParticipant 102,Eve Roe,eve@uni.example,,-\n"
)
PARTICIPANTS = "First name,Surname,Email address,ID number,Groups\nJane,Doe,jane@uni.example,s100,A\n"
PLAIN = "Name;Username\nJane Doe;jdoe\nEve Roe;eroe\n"


@pytest.fixture(scope="module")
def exercises(tmp_path_factory):
    return kit_of_three(tmp_path_factory.mktemp("kit"))


@pytest.fixture
def delivery(tmp_path, exercises):
    return Delivery(tmp_path / "submissions", exercises)


@pytest.fixture
def roster(tmp_path):
    """Read a roster of this text."""

    def read(text):
        path = tmp_path / "roster.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_roster(path)

    return read


def people(roster):
    return {student.key: (student.name, student.email, dict(student.ids)) for student in roster.students}


def test_a_roster_of_github_classroom(roster):
    assert people(roster(GITHUB)) == {
        "jane@uni.example": ("Jane Doe", "jane@uni.example", {"github": "jane-d"}),
        "Roe, Eve": ("Roe, Eve", "", {"identifier": "Roe, Eve"}),
    }


def test_a_roster_of_classroom_50(roster):
    found = roster(CLASSROOM_50)

    assert people(found) == {
        "jane@uni.example": ("Jane Doe", "jane@uni.example", {"github": "jane-d"}),
        "eve": ("Eve Roe", "", {"github": "eve"}),
    }
    assert [student.section for student in found.students] == ["A", "B"]


def test_a_gradebook_of_canvas_without_the_rows_that_are_no_students(roster):
    assert people(roster(CANVAS)) == {
        "jdoe": ("Jane Doe", "", {"canvas": "4711", "login": "jdoe", "sis": "s100"}),
        "eroe": ("Eve Roe", "", {"canvas": "4712", "login": "eroe", "sis": "s101"}),
    }


def test_a_worksheet_of_moodle(roster):
    assert people(roster(WORKSHEET)) == {
        "jane@uni.example": ("Jane Doe", "jane@uni.example", {"moodle": "101"}),
        "eve@uni.example": ("Eve Roe", "eve@uni.example", {"moodle": "102"}),
    }


def test_participants_of_moodle(roster):
    assert people(roster(PARTICIPANTS)) == {
        "jane@uni.example": ("Jane Doe", "jane@uni.example", {"sis": "s100"})
    }


@pytest.mark.parametrize(
    "encoded",
    [PLAIN.encode(), PLAIN.encode("utf-8-sig"), PLAIN.encode("utf-16"), PLAIN.replace(";", "\t").encode()],
)
def test_any_table_with_a_header_that_names_people(roster, encoded):
    assert [*people(roster(encoded))] == ["jdoe", "eroe"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "names no column"),
        ("colour,size\nred,1\n", "names no column"),
        ("name,email\n", "nobody is on it"),
        ("name,email\nJane,j@x\nEve,e@x\nJim,j@x\n", "lines 2 and 4 are both j@x"),
        ("name\nJür\n".encode("latin-1"), "UTF-8"),
        (b'name\n"' + b"x" * 200_000, "it is not CSV"),
        (b"name\n" + b"x\n" * 6_000_000, "larger than 10 MB"),
    ],
    ids=["empty", "other headers", "nobody", "twice", "latin-1", "huge cell", "huge"],
)
def test_a_roster_that_cannot_be_used_is_refused_with_what_to_do(roster, text, words):
    with pytest.raises(RosterError, match=words):
        roster(text)


def test_a_roster_that_is_not_there(tmp_path):
    with pytest.raises(RosterError, match=r"nowhere\.csv: it cannot be read"):
        read_roster(tmp_path / "nowhere.csv")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("doejane_4711_98765_three_scouts.py", CANVAS),
        ("Jane Doe_101_assignsubmission_file/three_scouts.py", WORKSHEET),
        ("Participant_101_assignsubmission_file/three_scouts.py", WORKSHEET),
        ("hw-submissions/hw-jane-d/three_scouts.py", CLASSROOM_50),
        ("hw-submissions/hw-JANE-D/three_scouts.py", GITHUB),
        ("all/jane@uni.example/three_scouts.py", WORKSHEET),
        ("all/jane/three_scouts.py", WORKSHEET),
        ("all/jdoe/three_scouts.py", PLAIN),
        ("all/S100/three_scouts.py", PARTICIPANTS),
        ("all/Doe, Jane/three_scouts.py", PLAIN),
        ("all/\ufeffJa\u200bne Doe/three_scouts.py", PLAIN),
        ("jane_doe__01_three_scouts.py", PLAIN),
    ],
)
def test_submissions_are_joined_by_number_user_name_email_or_name(delivery, roster, name, text):
    delivery.write({name: SCOUTS})
    if "all/" in name:  # one folder alone would be taken for what is around the class
        delivery.write({"all/stranger/three_scouts.py": SCOUTS})
    reading = delivery.read(roster=roster(text))

    (jane,) = [one for one in reading.intake.submissions if one.student.name == "Jane Doe"]
    assert jane.student.key in {"jdoe", "jane@uni.example"}
    assert [file.slug for file in jane.files] == ["three-scouts"]
    assert all(student.name != "Jane Doe" for student in reading.intake.missing)


def test_who_is_missing_is_listed(delivery, roster):
    reading = delivery.read(
        delivery.write({"doejane_4711_98765_three_scouts.py": SCOUTS}), roster=roster(CANVAS)
    )

    assert [student.key for student in reading.intake.missing] == ["eroe"]


def test_whoever_is_not_on_the_roster_is_graded_and_listed(delivery, roster):
    reading = delivery.read(
        delivery.write({"jdoe/three_scouts.py": SCOUTS, "stranger/three_scouts.py": SCOUTS}),
        roster=roster(PLAIN),
    )

    assert reading.source("stranger") == SCOUTS
    assert "stranger: This is not on the roster" in reading.problems


def test_what_could_be_several_people_is_nobodys_guess(delivery, roster):
    reading = delivery.read(
        delivery.write({"Jane Doe/three_scouts.py": SCOUTS, "omar/three_scouts.py": SCOUTS}),
        roster=roster("name,email\nJane Doe,a@x\nJane Doe,b@x\n"),
    )

    assert "It could be any of these on the roster: a@x, b@x." in reading.problems
    assert len(reading.intake.missing) == 2


def test_a_name_that_holds_the_number_of_somebody_else_does_not_take_their_place(delivery, roster):
    reading = delivery.read(
        delivery.write(
            {
                "doejane_4711_98765_three_scouts.py": SCOUTS,
                "mallory_4711_4714_98766_three_scouts.py": "# forged\n",
            }
        ),
        roster=roster(CANVAS),
    )

    assert reading.source("jdoe") == SCOUTS
    (mallory,) = [one.student for one in reading.intake.submissions if one.student.key != "jdoe"]
    assert not mallory.ids
    assert "the names differ" in reading.problems


def test_two_folders_of_one_person_are_brought_together_and_said(delivery, roster):
    reading = delivery.read(
        delivery.write({"jdoe/three_scouts.py": SCOUTS, "Jane Doe/dinner_for_one.py": "x"}),
        roster=roster(PLAIN),
    )

    assert reading.matrix() == {"jdoe": ["three-scouts", "dinner-for-one"]}
    assert "came under several names" in reading.problems


def test_the_roster_tells_on_which_level_the_students_are(delivery, roster):
    reading = delivery.read(
        delivery.write({"section 1/jdoe/three_scouts.py": SCOUTS, "section 2/eroe/three_scouts.py": SCOUTS}),
        roster=roster(PLAIN),
    )

    assert reading.keys == ["eroe", "jdoe"]


def test_the_roster_tells_where_user_names_begin(delivery, roster):
    names = ("hw-de-anna", "hw-de-bo")
    files = {f"{name}/.git/HEAD": "" for name in names} | {
        f"{name}/three_scouts.py": SCOUTS for name in names
    }
    delivery.write(files)
    known = roster("github_username,name\nde-anna,Anna\nde-bo,Bo\n")

    assert delivery.read(roster=known).keys == ["de-anna", "de-bo"]
