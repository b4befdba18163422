"""Whatever lies among the submissions: it is a problem of one file, and changes nothing for anybody else."""

import io
import os
import random
import socket
import stat
import struct
import zipfile
import zlib

import msgspec
import pytest
from deliveries import SCOUTS, Delivery, kit_of_three, zipped

from grader.bulk.intake import archive, folder, tree
from grader.practice import MAX_SOURCE

HONEST = {"jane/three_scouts.py": SCOUTS, "omar/02_together/01_three_scouts.py": SCOUTS + "# omar\n"}
CANARY = "canary = 'outside'\n"


@pytest.fixture(scope="module")
def exercises(tmp_path_factory):
    return kit_of_three(tmp_path_factory.mktemp("kit"))


@pytest.fixture
def delivery(tmp_path, exercises):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "three_scouts.py").write_text(CANARY)
    return Delivery(tmp_path / "submissions", exercises)


@pytest.fixture
def outside(tmp_path):
    return tmp_path / "outside"


def assert_nobody_else_is_affected(reading):
    assert reading.source("jane") == SCOUTS
    assert reading.source("omar") == SCOUTS + "# omar\n"
    assert reading.of("jane").problems == reading.of("omar").problems == ()
    assert CANARY.encode() not in reading.kept.values()
    msgspec.json.encode(reading.intake)  # no surrogate is left
    assert all(character.isprintable() for line in reading.problems.split("\n") for character in line)
    assert max((len(line) for line in reading.problems.split("\n")), default=0) < 1_000


def member(name, mode=0, date=(2026, 11, 20, 12, 0, 0)):
    info = zipfile.ZipInfo(name, date)
    info.external_attr = mode << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def symlink(path, target):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


# Folders


def test_a_link_to_a_file_is_not_followed(delivery, outside):
    delivery.write(HONEST)
    symlink(delivery.root / "eve" / "three_scouts.py", outside / "three_scouts.py")
    reading = delivery.read()

    assert_nobody_else_is_affected(reading)
    assert reading.file("eve").problem == (
        "eve/three_scouts.py is a link, and links are not followed. Hand in the file itself."
    )


@pytest.mark.parametrize("name", ["eve", "eve/02_together"])
def test_a_link_to_a_folder_is_not_followed(delivery, outside, name):
    delivery.write(HONEST)
    symlink(delivery.root / name, outside)
    reading = delivery.read()

    assert_nobody_else_is_affected(reading)
    assert "is a link" in reading.problems


def test_a_link_to_the_folder_above_is_no_endless_way(delivery):
    delivery.write(HONEST)
    symlink(delivery.root / "eve" / "again", "..")

    assert_nobody_else_is_affected(delivery.read())


def test_a_hard_link_is_not_read(delivery, outside):
    delivery.write({**HONEST, "eve/x.md": ""})
    (delivery.root / "eve" / "three_scouts.py").hardlink_to(outside / "three_scouts.py")
    reading = delivery.read()

    assert_nobody_else_is_affected(reading)
    assert "hard link" in reading.file("eve").problem


def test_a_pipe_and_a_socket_are_not_opened(delivery, monkeypatch):
    delivery.write({**HONEST, "eve/x.md": ""})
    os.mkfifo(delivery.root / "eve" / "three_scouts.py")
    monkeypatch.chdir(delivery.root / "eve")  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("dinner_for_one.py")
        reading = delivery.read()

    assert_nobody_else_is_affected(reading)
    assert "is not a file" in reading.file("eve").problem
    assert "is not a file" in reading.file("eve", "dinner-for-one").problem


def test_a_file_that_is_exchanged_between_look_and_opening_is_not_read(delivery, outside):
    delivery.write(HONEST)
    place = folder.Folder(delivery.root)
    (entry,) = place.children(("jane",))
    (delivery.root / "jane" / "three_scouts.py").unlink()
    symlink(delivery.root / "jane" / "three_scouts.py", outside / "three_scouts.py")

    with pytest.raises(tree.CannotRead):
        place.read(entry, 100)


def test_a_folder_that_is_exchanged_for_a_link_is_not_entered(delivery, outside):
    delivery.write(HONEST)
    place = folder.Folder(delivery.root)
    (delivery.root / "jane").rename(delivery.root / "gone")
    symlink(delivery.root / "jane", outside)

    with pytest.raises(tree.CannotRead):
        place.children(("jane",))


def test_without_descriptors_of_folders_links_are_refused_too(delivery, outside, monkeypatch):
    monkeypatch.setattr(folder, "_CAN_START_FROM_A_FOLDER", False)  # as on Windows
    delivery.write(HONEST)
    symlink(delivery.root / "eve" / "three_scouts.py", outside / "three_scouts.py")
    symlink(delivery.root / "eve" / "deep", outside)

    assert_nobody_else_is_affected(delivery.read())
    with pytest.raises(tree.CannotRead):
        folder.Folder(delivery.root).children(("eve", "deep"))


def test_a_file_that_is_too_large_is_handed_in_as_a_problem(delivery):
    reading = delivery.read(
        delivery.write(
            {**HONEST, "eve/three_scouts.py": b"#" * (MAX_SOURCE + 1), "kim/a.py": b"#" * MAX_SOURCE}
        )
    )

    assert_nobody_else_is_affected(reading)
    assert reading.file("eve").problem == (
        "eve/three_scouts.py is larger than 512 kB. A submission is one file of Python source."
    )
    assert reading.kept[reading.file("eve").digest] == b""


def test_a_file_of_exactly_the_greatest_size_is_read(delivery):
    source = SCOUTS + "#" * (MAX_SOURCE - len(SCOUTS))

    assert delivery.read(delivery.write({**HONEST, "eve/three_scouts.py": source})).source("eve") == source


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(delivery):
    delivery.write({**HONEST, "eve/three_scouts.py": SCOUTS})
    (delivery.root / "eve" / "three_scouts.py").chmod(0)

    assert "cannot be read" in delivery.read().file("eve").problem


def test_too_many_files_and_folders_of_one_student(delivery):
    delivery.write({**HONEST, "eve/three_scouts.py": SCOUTS})
    for number in range(tree.MAX_FILES + 1):
        (delivery.root / "eve" / f"{number}.md").touch()
    for number in range(tree.MAX_FOLDERS + 1):
        (delivery.root / "kim" / str(number)).mkdir(parents=True)
    reading = delivery.read()

    assert_nobody_else_is_affected(reading)
    assert "eve holds more than 2000 files" in reading.problems
    assert "kim holds more than 2000 files or 1000 folders" in reading.problems


def test_a_folder_that_is_too_deep(delivery):
    deep = "/".join(["d"] * 25)
    reading = delivery.read(delivery.write({**HONEST, f"eve/{deep}/three_scouts.py": SCOUTS}))

    assert_nobody_else_is_affected(reading)
    assert reading.matrix()["eve"] == []
    assert "more than 20 folders deep" in reading.problems


def test_the_sources_of_one_student_have_a_bound_together(delivery):
    files = {f"eve/three_scouts_{number}.py": b"#" * MAX_SOURCE for number in range(70)}
    reading = delivery.read(delivery.write({**HONEST, **files}))

    assert_nobody_else_is_affected(reading)
    assert reading.file("eve").is_unclear


@pytest.mark.parametrize(
    "name",
    [
        "eve\x1b[31m",
        "eve\n::error::",
        "eve\u202eyp",
        "=HYPERLINK(1)",
        "<script>",
        "CON",
        "e" * 255,
        b"ev\xe9".decode("utf-8", "surrogateescape"),
        "Zo\u0308e",
        "\\..\\eve",
        "eve ",
    ],
)
def test_names_are_data(delivery, name):
    delivery.write(HONEST)
    eve = os.path.join(os.fsencode(delivery.root), os.fsencode(name))  # noqa: PTH118 # bytes
    os.mkdir(eve)  # noqa: PTH102 # bytes
    with open(eve + b"/three_scouts.py", "w") as file:  # noqa: PTH123 # bytes
        file.write(SCOUTS)
    reading = delivery.read()

    assert_nobody_else_is_affected(reading)
    (key,) = set(reading.keys) - {"jane", "omar"}
    assert key.isprintable()
    assert len(key) <= 100
    assert reading.source(key) == SCOUTS
    assert reading.file(key).path.isprintable()


def test_two_long_names_with_the_same_beginning_and_end_are_two_students(delivery):
    names = [f"{'a' * 100}{letter}{'z' * 100}" for letter in "xy"]
    reading = delivery.read(delivery.write({f"{name}/three_scouts.py": SCOUTS for name in names}))

    assert len(set(reading.keys)) == 2


def test_one_name_spelled_in_two_ways_is_one_student(delivery):
    reading = delivery.read(
        delivery.write(
            {**HONEST, "Zo\u0308e/three_scouts.py": SCOUTS, "Zö\u0065/dinner_for_one.py": "def dinner(): ..."}
        )
    )

    assert_nobody_else_is_affected(reading)
    assert reading.matrix()["Zöe"] == ["three-scouts", "dinner-for-one"]


# What is kept from running


def test_nothing_of_a_repository_runs(delivery, outside):
    ran = outside / "ran"
    program = f"!touch {ran}"
    config = f"""
[core]
    fsmonitor = touch {ran}
    hooksPath = hooks
    pager = touch {ran}
    sshCommand = touch {ran}
[log]
    showSignature = true
[gpg]
    program = {outside}/program
[remote "origin"]
    url = ext::touch {ran}
    promisor = true
[extensions]
    partialClone = origin
[alias]
    log = "{program}"
"""
    delivery.write(
        {
            **HONEST,
            "eve/.git/HEAD": "ref: refs/heads/main\n",
            "eve/.git/config": config,
            "eve/.git/refs/heads/main": "1" * 40 + "\n",
            "eve/.git/objects/pack/x.pack": "",
            "eve/three_scouts.py": SCOUTS,
        }
    )
    (outside / "program").write_text(f"#!/bin/sh\ntouch {ran}\n")
    (outside / "program").chmod(0o755)
    reading = delivery.read()

    assert_nobody_else_is_affected(reading)
    assert reading.source("eve") == SCOUTS
    assert not ran.exists()


def test_a_source_that_breaks_parsers_is_only_bytes(delivery):
    hostile = {
        "nested": b"(" * 200_000,
        "minus": b"x = " + b"-" * 200_000 + b"1",
        "escapes": b"def reports(): '\\d\\q'\n",
        "coding": b"# coding: utf-7\ndef reports(): ...\n",
        "spaces": b"def" + b" " * 500_000,
        "names": b"def " + b"a" * 500_000,
    }
    reading = delivery.read(
        delivery.write({**HONEST, **{f"eve/{name}.py": source for name, source in hostile.items()}})
    )

    assert_nobody_else_is_affected(reading)


# Archives


@pytest.mark.parametrize(
    "name",
    [
        "../../three_scouts.py",
        "eve/../../jane/three_scouts.py",
        "/jane/three_scouts.py",
        "C:\\jane\\three_scouts.py",
        "..\\three_scouts.py",
        "eve/" + "x" * 60_000 + ".py",
        "eve/" + "d/" * 400 + "three_scouts.py",
    ],
    ids=["out", "to another", "absolute", "drive", "backslash", "long", "deep"],
)
def test_a_member_whose_name_has_no_place_is_a_problem_and_no_more(delivery, name):
    reading = delivery.read(delivery.zip({**HONEST, name: CANARY}))

    assert_nobody_else_is_affected(reading)
    assert reading.keys == ["jane", "omar"]
    assert "was not read" in reading.problems


@pytest.mark.parametrize(
    ("mode", "words"),
    [(stat.S_IFLNK | 0o777, "is a link"), (stat.S_IFIFO, "is not a file"), (stat.S_IFCHR, "is not a file")],
    ids=["link", "pipe", "device"],
)
def test_a_member_that_is_no_file_is_not_read(delivery, mode, words):
    reading = delivery.read(delivery.zip([*HONEST.items(), (member("eve/three_scouts.py", mode), CANARY)]))

    assert_nobody_else_is_affected(reading)
    assert words in reading.file("eve").problem


def test_an_encrypted_member_is_not_read(delivery):
    packed = bytearray(zipped({"three_scouts.py": CANARY}))
    for header, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        packed[packed.index(header) + flags] |= 1
    reading = delivery.read(delivery.write({**HONEST, "eve/work.zip": bytes(packed)}))

    assert_nobody_else_is_affected(reading)
    assert "is encrypted" in reading.file("eve").problem


def test_a_date_that_no_calendar_has_is_no_date(delivery):
    info = member("eve/three_scouts.py", date=(1980, 0, 0, 0, 0, 0))
    reading = delivery.read(delivery.zip([*HONEST.items(), (info, SCOUTS)]))

    assert_nobody_else_is_affected(reading)
    assert reading.file("eve").submitted is None


def test_a_name_with_a_null_byte_is_a_problem(delivery):
    path = delivery.zip({**HONEST, "eve/three_scouts.pyX.md": CANARY})
    path.write_bytes(path.read_bytes().replace(b"pyX.md", b"py\0.md"))
    reading = delivery.read(path)

    assert_nobody_else_is_affected(reading)
    assert "eve" not in reading.keys
    assert "has a name that leads out" in reading.problems


def test_backslashes_of_old_programs_are_folders(delivery):
    reading = delivery.read(delivery.zip({**HONEST, "eve\\02_together\\01_three_scouts.py": SCOUTS}))

    assert_nobody_else_is_affected(reading)
    assert reading.source("eve") == SCOUTS


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_unclear(delivery):
    files = [*HONEST.items(), ("eve/three_scouts.py", SCOUTS), ("eve/three_scouts.py", CANARY)]
    reading = delivery.read(delivery.zip(files))

    assert_nobody_else_is_affected(reading)
    assert reading.file("eve").is_unclear


def test_a_bomb_is_only_unpacked_as_far_as_a_submission_may_be_large(delivery):
    bomb = zipped({"three_scouts.py": b"0" * 20_000_000})
    reading = delivery.read(delivery.write({**HONEST, "eve/work.zip": bomb}))

    assert_nobody_else_is_affected(reading)
    assert "is larger than 512 kB" in reading.file("eve").problem


def test_a_size_that_lies_is_no_way_around_the_bound(delivery):
    bomb = zipped({"three_scouts.py": b"0" * 20_000_000})
    lying = bomb.replace(struct.pack("<L", 20_000_000), struct.pack("<L", 10))
    reading = delivery.read(delivery.write({**HONEST, "eve/work.zip": lying}))

    assert_nobody_else_is_affected(reading)
    assert "cannot be unpacked" in reading.file("eve").problem


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_has_no_bound_is_refused(delivery, method):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as packed:
        packed.writestr("three_scouts.py", SCOUTS)
    reading = delivery.read(delivery.write({**HONEST, "eve/work.zip": buffer.getvalue()}))

    assert_nobody_else_is_affected(reading)
    assert "packed in an unusual way" in reading.file("eve").problem


def test_an_archive_of_too_many_members_is_not_even_listed(delivery):
    count = archive.MAX_INNER_DIRECTORY // 46
    reading = delivery.read(
        delivery.write({**HONEST, "eve/work.zip": zipped({f"{n}": "" for n in range(count)})})
    )

    assert_nobody_else_is_affected(reading)
    assert "eve/work.zip holds too many files" in reading.problems


def test_an_archive_in_an_archive_of_a_student_is_not_read(delivery):
    inner = zipped({"three_scouts.py": SCOUTS})
    for _ in range(5):
        inner = zipped({"more.zip": inner})
    reading = delivery.read(delivery.write({**HONEST, "eve/work.zip": inner}))

    assert_nobody_else_is_affected(reading)
    assert "eve/work.zip/more.zip is an archive in an archive" in reading.problems


def test_more_archives_of_one_student_than_anybody_needs(delivery):
    files = {f"eve/{number:03}.zip": zipped({"a.md": ""}) for number in range(60)}
    reading = delivery.read(delivery.write({**HONEST, **files}))

    assert_nobody_else_is_affected(reading)
    assert "eve/050.zip is one archive too many" in reading.problems


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\5\6" + b"\xff" * 18, b"garbage" * 1000], ids=repr)
def test_what_is_no_archive_is_a_problem(delivery, content):
    reading = delivery.read(delivery.write({**HONEST, "eve/work.zip": content}))

    assert_nobody_else_is_affected(reading)
    assert "eve/work.zip is not a zip archive" in reading.problems


def test_a_damaged_archive_never_breaks_the_class(delivery):
    good = zipped(
        {"three_scouts.py": SCOUTS * 20, "a/dinner_for_one.py": "def dinner(): ...\n" * 20, "x.md": "x"}
    )
    chance = random.Random(1)
    for number in range(300):
        bad = bytearray(good)
        for _ in range(chance.randint(1, 4)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        (delivery.root / f"eve{number}").mkdir(parents=True)
        (delivery.root / f"eve{number}" / "work.zip").write_bytes(
            bad[: chance.choice([len(bad), chance.randrange(len(bad))])]
        )
    reading = delivery.read(delivery.write(HONEST))

    assert_nobody_else_is_affected(reading)
    assert len(reading.keys) == 302


def test_a_wrong_checksum_is_a_problem(delivery):
    good = zipped({"three_scouts.py": SCOUTS})
    bad = good.replace(struct.pack("<L", zlib.crc32(SCOUTS.encode())), b"\0\0\0\0")
    reading = delivery.read(delivery.write({**HONEST, "eve/work.zip": bad}))

    assert_nobody_else_is_affected(reading)
    assert "the archive is damaged" in reading.file("eve").problem


# Other people


def test_a_canvas_name_that_holds_the_number_of_somebody_else_is_kept_apart(delivery):
    honest = {"doejane_4711_98765_three_scouts.py": SCOUTS}
    forged = {"mallory_4711_4712_98766_three_scouts.py": CANARY}
    alone = delivery.read(delivery.write(honest))
    reading = delivery.read(delivery.write(forged))

    assert alone.keys == ["4711"]
    assert len(reading.keys) == 2
    (jane,) = [one for one in reading.intake.submissions if one.student.name == "doejane"]
    assert reading.kept[jane.files[0].digest] == SCOUTS.encode()
    assert "4711" in reading.problems
    assert all(not one.student.ids for one in reading.intake.submissions)


def test_the_order_in_which_a_system_lists_files_changes_nothing(delivery, monkeypatch):
    delivery.write(
        {**HONEST, "eve/a/three_scouts.py": SCOUTS, "eve/b/three_scouts.py": CANARY, "eve/c.py": ""}
    )
    names = [*HONEST, "kim/three_scouts.py", "kim/b.py", "kim/c.md"]
    files = [(name, HONEST.get(name, CANARY)) for name in names]
    readings = {msgspec.json.encode(delivery.read().intake)}
    archives = set()
    real = os.scandir
    for seed in range(5):
        chance = random.Random(seed)

        def shuffled(place, chance=chance):
            with real(place) as found:
                entries = list(found)
            chance.shuffle(entries)
            return _Listing(entries)

        monkeypatch.setattr(os, "scandir", shuffled)
        readings.add(msgspec.json.encode(delivery.read().intake))
        monkeypatch.undo()
        chance.shuffle(files)
        archives.add(
            msgspec.json.encode(
                delivery.read(delivery.zip([(member(n), s) for n, s in files], "../x.zip")).intake
            )
        )

    assert len(readings) == 1
    assert len(archives) == 1


class _Listing(list):
    def __enter__(self):
        return iter(self)

    def __exit__(self, *error):
        pass
