"""When a file was submitted is taken from where it is known: never from a download or a clone."""

import os
import shutil
import struct
import subprocess
import zipfile
from datetime import UTC, datetime

import pytest
from deliveries import DINNER, SCOUTS, Delivery, kit_of_three, zipped

from grader.bulk.intake.roster import read_roster

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
NOON_HERE = NOON.astimezone().replace(tzinfo=None)


@pytest.fixture(scope="module")
def exercises(tmp_path_factory):
    return kit_of_three(tmp_path_factory.mktemp("kit"))


@pytest.fixture
def delivery(tmp_path, exercises):
    return Delivery(tmp_path / "submissions", exercises)


def at_noon(name):
    return zipfile.ZipInfo(name, NOON_HERE.timetuple()[:6])


def test_in_a_folder_a_student_it_is_the_files_time(delivery):
    delivery.write({"jane/three_scouts.py": SCOUTS, "omar/three_scouts.py": SCOUTS})
    os.utime(delivery.root / "jane" / "three_scouts.py", (0, NOON.timestamp()))

    assert delivery.read().file("jane").submitted == NOON


def test_a_time_that_no_calendar_has_is_none(delivery):
    delivery.write({"jane/three_scouts.py": SCOUTS, "omar/three_scouts.py": SCOUTS})
    try:
        os.utime(delivery.root / "jane" / "three_scouts.py", (0, 1 << 50))
    except OSError:
        pytest.skip("this file system keeps no such time")

    reading = delivery.read()

    assert reading.source("jane") == SCOUTS


def test_in_a_zip_of_folders_it_is_the_members_time_in_the_zone_of_this_machine(delivery):
    path = delivery.zip([(at_noon(f"{name}/three_scouts.py"), SCOUTS) for name in ("jane", "omar")])

    assert delivery.read(path).file("jane").submitted == NOON


def test_a_members_time_in_utc_wins(delivery):
    info = zipfile.ZipInfo("jane/three_scouts.py", (1999, 1, 1, 0, 0, 0))
    info.extra = struct.pack("<HHBl", 0x5455, 5, 1, int(NOON.timestamp()))

    assert delivery.read(delivery.zip([(info, SCOUTS)])).file("jane").submitted == NOON


def test_of_an_archive_it_is_the_archives_own_time_and_not_what_its_maker_wrote_inside(delivery):
    inner = zipped([(zipfile.ZipInfo("three_scouts.py", (1999, 1, 1, 0, 0, 0)), SCOUTS)])
    delivery.write({"jane.zip": inner, "omar.zip": inner})
    os.utime(delivery.root / "jane.zip", (0, NOON.timestamp()))

    assert delivery.read().file("jane").submitted == NOON


@pytest.mark.parametrize(
    "name", ["doejane_4711_98765_three_scouts.py", "Jane Doe_4711_assignsubmission_file/three_scouts.py"]
)
def test_the_times_in_a_download_are_those_of_the_download(delivery, name):
    assert delivery.read(delivery.zip([(at_noon(name), SCOUTS)])).file("4711").submitted is None


def test_a_moodle_worksheet_knows_the_time(delivery, tmp_path):
    worksheet = tmp_path / "worksheet.csv"
    worksheet.write_text(
        "Identifier,Full name,Email address,Last modified (submission)\n"
        f'Participant 101,Jane Doe,jane@uni.example,"{NOON_HERE:%A, %d %B %Y, %I:%M %p}"\n'
        "Participant 102,Eve Roe,eve@uni.example,-\n"
    )
    delivery.write(
        {
            "Jane Doe_101_assignsubmission_file/three_scouts.py": SCOUTS,
            "Eve Roe_102_assignsubmission_file/three_scouts.py": SCOUTS,
        }
    )
    reading = delivery.read(roster=read_roster(worksheet))

    assert reading.file("jane@uni.example").submitted == NOON
    assert reading.file("eve@uni.example").submitted is None


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not there")


def git(place, *words, time=NOON):
    settings = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgSign=false"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    environment |= {"GIT_COMMITTER_DATE": time.isoformat(), "GIT_AUTHOR_DATE": "2001-01-01T00:00:00+00:00"}
    subprocess.run(["git", *settings, *words], cwd=place, check=True, env=environment, capture_output=True)


@pytest.fixture
def clones(delivery):
    """Two clones; Jane has committed three_scouts.py at noon and dinner_for_one.py an hour later."""
    for name in ("hw-jane", "hw-omar"):
        place = delivery.root / name
        delivery.write({f"{name}/three_scouts.py": SCOUTS, f"{name}/src/dinner_for_one.py": "# soon\n"})
        git(place, "init", "--quiet", "--initial-branch=main")
        git(place, "add", ".")
        git(place, "commit", "--quiet", "-m", "one")
        delivery.write({f"{name}/src/dinner_for_one.py": DINNER})
        git(place, "commit", "--quiet", "--all", "-m", "two", time=NOON.replace(hour=13))
    return delivery


@needs_git
def test_in_a_clone_it_is_the_time_of_the_last_commit_of_the_file(clones):
    reading = clones.read()

    assert reading.file("jane").submitted == NOON
    assert reading.file("jane", "dinner-for-one").submitted == NOON.replace(hour=13)


@needs_git
@pytest.mark.parametrize(
    "words", [("pack-refs", "--all"), ("checkout", "--quiet", "--detach"), ("gc", "--quiet")]
)
def test_a_clone_may_be_packed_or_without_a_branch(clones, words):
    git(clones.root / "hw-jane", *words)

    assert clones.read().file("jane").submitted == NOON


@needs_git
def test_what_was_never_committed_has_no_time(clones):
    clones.write({"hw-jane/front_page.py": "x"})

    assert clones.read().file("jane", "front-page").submitted is None


@needs_git
@pytest.mark.parametrize(
    "head", ["", "ref: refs/heads/../../../etc/passwd", "0" * 40, "--output=x", "x" * 10_000]
)
def test_a_clone_whose_head_is_nonsense_has_no_times(clones, head):
    (clones.root / "hw-jane" / ".git" / "HEAD").write_text(head)
    reading = clones.read()

    assert reading.source("jane") == SCOUTS
    assert reading.file("jane").submitted is None
    assert reading.file("omar").submitted == NOON


@needs_git
@pytest.mark.parametrize("name", [".git", ".git/objects", ".git/refs"])
def test_what_is_a_link_in_a_clone_is_not_followed(clones, tmp_path, name):
    (clones.root / "hw-jane" / name).rename(tmp_path / "elsewhere")
    (clones.root / "hw-jane" / name).symlink_to(tmp_path / "elsewhere")
    reading = clones.read()

    assert reading.source("jane") == SCOUTS
    assert reading.file("jane").submitted is None
