"""A synthetic class as courses' systems deliver it.

A layout is a function from a class to a `Delivery`: names and bytes, nothing written yet. Names are made as the system
makes them: canvas-lms lib/content_zipper.rb, moodle mod/assign/classes/downloader.php, `gh classroom clone
student-repos`, `gh teacher download`. So are rosters.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import subprocess
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath

from synthetic_class import DEADLINE, File, FileKind, Member, Person, SyntheticClass

from grader.catalog import Exercise

DOWNLOADED = DEADLINE + timedelta(days=5)


@dataclass(frozen=True)
class Item:
    """A file in a delivery. Of a link, `content` is where it leads."""

    path: str
    content: bytes
    time: datetime
    kind: FileKind = "regular"


@dataclass(frozen=True)
class Delivery:
    """What an instructor has on their disk: a folder or an archive, and a roster."""

    place: str
    items: tuple[Item, ...]
    roster: str
    is_archive: bool = False
    repositories: Mapping[str, datetime] | None = (
        None  # folders that are clones, and when they were committed
    )


Layout = Callable[[SyntheticClass], Delivery]


def deliver(delivery: Delivery, folder: Path) -> Path:
    """Write a delivery into a folder, and its roster beside it as roster.csv; the path of the submissions."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "roster.csv").write_text(delivery.roster, encoding="utf-8", newline="")
    place = folder / delivery.place
    if delivery.is_archive:
        place.write_bytes(archive(delivery.items))
        return place
    for item in delivery.items:
        _write(place / item.path, item)
    for path, time in (delivery.repositories or {}).items():
        _commit(place / path, time)
    return place


# --- layouts


def canvas(them: SyntheticClass) -> Delivery:
    """Canvas, "Download Submissions". Only LATE tells when something came."""

    def items() -> Iterator[Item]:
        attachment = 90_000
        for member in them.members:
            person = member.person
            late = "_LATE" if member.is_late else ""
            prefix = re.sub(
                r"[^\w]", "", f"{person.sortable.lower()}{late}_{person.number}", flags=re.UNICODE
            )
            for file in _handed_in(member, them.exercises):
                attachment += 1
                name = re.sub(r'[\0/\\:*?"<>|]+', "_", PurePosixPath(file.path).name)
                if person.number % 3 == 0:  # handed in again
                    name = f"{PurePosixPath(name).stem}-1{PurePosixPath(name).suffix}"
                yield Item(f"{prefix}_{attachment}_{name}", file.content, DOWNLOADED, file.kind)
            if not _has_files(member):
                for what in ("90000_essay.docx", "text.html"):
                    yield Item(f"{prefix}_{what}", b"I could not do it.", DOWNLOADED)

    rows = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Homework (4711)"]]
    rows += [["    Points Possible", "", "", "", "", "30"]]
    rows += [[p.sortable, p.number, f"S{p.number}", p.username, "Async 101", ""] for p in _people(them)]
    return Delivery("async101-homework_submissions.zip", tuple(items()), _csv(rows), is_archive=True)


def moodle(them: SyntheticClass, *, is_flat: bool = False) -> Delivery:
    """Moodle, "Download all submissions". The worksheet tells when something came."""

    def items() -> Iterator[Item]:
        for member in them.members:
            person = member.person
            prefix = f"{_clean(person.name.replace('_', ' '))}_{person.number}_assignsubmission_file"
            for file in _handed_in(member, them.exercises):
                folder = "work/" if person.number % 5 == 0 and not is_flat else ""
                path = f"{prefix}{'_' if is_flat else '/'}{folder}{_clean(file.path)}"
                yield Item(path, file.content, DOWNLOADED, file.kind)
            if person.number % 11 == 0 and not is_flat:
                folder = prefix.removesuffix("_file") + "_onlinetext"
                yield Item(f"{folder}/onlinetext.html", b"<p>Hello</p>", DOWNLOADED)

    header = "Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed"
    header += ",Last modified (submission),Last modified (grade),Feedback comments"
    rows = [header.split(",")]
    for member in them.members:
        time = f"{member.submitted.astimezone():%A, %d %B %Y, %I:%M %p}" if _has_files(member) else "-"
        identity = [f"Participant {member.person.number}", member.person.name, member.person.email]
        rows.append([*identity, "Submitted for grading", "", "30.00", "Yes", time, "-", ""])
    return Delivery("ASYNC101-Homework-4711.zip", tuple(items()), _csv(rows), is_archive=True)


def moodle_flat(them: SyntheticClass) -> Delivery:
    """Moodle without "Download submissions in folders"."""
    return moodle(them, is_flat=True)


def github(them: SyntheticClass) -> Delivery:
    """Clones made by `gh classroom clone student-repos`."""
    rows = [["identifier", "github_username", "github_id", "name"]]
    rows += [[p.email, p.username, p.number, p.name] for p in _people(them)]
    return Delivery(
        "async-homework-submissions",
        tuple(_clones(them, "async-homework")),
        _csv(rows, quoting=csv.QUOTE_ALL),
        repositories={f"async-homework-{m.person.username}": m.submitted for m in them.members},
    )


def classroom50(them: SyntheticClass) -> Delivery:
    """Clones made by `gh teacher download`, with what it writes beside and into them."""
    rows = [["username", "first_name", "last_name", "email", "section", "github_id"]]
    for person in _people(them):
        first, _, last = person.name.rpartition(" ")
        rows.append([person.username, first, last, person.email, "A", person.number])
    scores = ["username,first_name,last_name,email,section,score,max_score,datetime,submission_tag"]
    result = {"schema": "classroom50/result/v1", "score": 0, "max-score": 0, "tests": []}
    prefix = "async101-homework"
    items = [
        *_clones(them, prefix),
        *(
            Item(f"{prefix}-{m.person.username}/result.json", json.dumps(result).encode(), DOWNLOADED)
            for m in them.members
        ),
        Item("scores.csv", "\n".join(scores).encode(), DOWNLOADED),
    ]
    return Delivery(
        "homework",
        tuple(items),
        _csv(rows),
        repositories={f"{prefix}-{m.person.username}": m.submitted for m in them.members},
    )


def folders(them: SyntheticClass) -> Delivery:
    """A folder for each student, called by their name or user name."""
    return Delivery("collected", tuple(_in_folders(them)), _plain_roster(them))


def archived(them: SyntheticClass) -> Delivery:
    """One archive with a folder for each student."""
    return Delivery("collected.zip", tuple(_in_folders(them)), _plain_roster(them), is_archive=True)


def flat(them: SyntheticClass) -> Delivery:
    """One folder of files, each called by its student and its exercise."""
    items = (
        Item(f"{member.person.username}__{name}", file.content, member.submitted, file.kind)
        for member in them.members
        for exercise in them.exercises
        for name, file in zip(
            (exercise.stub.name, f"{exercise.slug}.py"), member.answers[exercise.slug].files, strict=False
        )
    )
    return Delivery("drop-box", tuple(items), _plain_roster(them))


def mixed(them: SyntheticClass) -> Delivery:
    """Folders and archives of students, side by side."""

    def items() -> Iterator[Item]:
        names = _folder_names(them)
        for number, member in enumerate(them.members):
            name = names[member.person]
            files = [
                Item(f.path, f.content, member.submitted, f.kind) for f in _files(member, them.exercises)
            ]
            if files and number % 2:
                yield Item(f"{name}.zip", archive(files), member.submitted)
            else:
                yield from (Item(f"{name}/{i.path}", i.content, i.time, i.kind) for i in files)

    return Delivery("desk", tuple(items()), _plain_roster(them))


LAYOUTS: Mapping[str, Layout] = {
    "canvas": canvas,
    "moodle": moodle,
    "moodle-flat": moodle_flat,
    "github": github,
    "classroom50": classroom50,
    "folders": folders,
    "flat": flat,
    "zip": archived,
    "mixed": mixed,
}


# --- what layouts share


@dataclass(frozen=True)
class _Named:
    """A file with the name that it has in a student's own folder."""

    path: str
    content: bytes
    kind: FileKind = "regular"


def _files(member: Member, exercises: Sequence[Exercise]) -> list[_Named]:
    by_slug = {exercise.slug: exercise for exercise in exercises}
    return [
        _Named(file.name or by_slug[slug].stub.name, file.content, file.kind)
        for slug, answer in member.answers.items()
        for file in answer.files
    ]


def _handed_in(member: Member, exercises: Sequence[Exercise]) -> list[_Named]:
    """What a student uploads: files, or one archive of them."""
    files = _files(member, exercises)
    if not (member.is_zipped and files):
        return files
    items = [Item(f"my homework/{f.path}", f.content, member.submitted, f.kind) for f in files]
    items += [Item("__MACOSX/my homework/._x.py", b"\0\5\26\7", member.submitted)]
    return [_Named("answers.zip", archive([*items, *_traps(member)]))]


def _traps(member: Member) -> Iterator[Item]:
    """What an archive should not hold, and must not harm anybody."""
    if member.person.number % 2:
        for name in ("../../01_escaped.py", "/etc/cron.d/absolute.py", "C:\\windows\\drive.py", "CON.py"):
            yield Item(name, b"print('out')\n", member.submitted)
        yield Item("bomb.txt", b"0" * 20_000_000, member.submitted)


def _has_files(member: Member) -> bool:
    return any(answer.files for answer in member.answers.values())


def _people(them: SyntheticClass) -> list[Person]:
    return [member.person for member in them.members]


def _clones(them: SyntheticClass, prefix: str) -> Iterator[Item]:
    """Whole repositories: every stub in its place, what the student has changed, and files in the root."""
    handed_out = {
        f"exercises/{exercise.chapter}/{path.name}": path.read_bytes()
        for exercise in them.exercises
        for path in (exercise.stub, exercise.settings)
    }
    readme = b"# Homework\n\nRun nox.\n"
    for member in them.members:
        files = {path: File(content) for path, content in handed_out.items()}
        for exercise in them.exercises:
            for file in member.answers[exercise.slug].files:
                place = f"exercises/{exercise.chapter}/{exercise.stub.name}"
                files[file.name or place] = file
        for path, file in {"README.md": File(readme), **files}.items():
            folder = f"{prefix}-{member.person.username}"
            yield Item(f"{folder}/{path}", file.content, DOWNLOADED, file.kind)


def _in_folders(them: SyntheticClass) -> Iterator[Item]:
    names = _folder_names(them)
    for member in them.members:
        inner = "homework/src/" if member.person.number % 5 == 0 else ""
        for file in _handed_in(member, them.exercises):
            path = f"{names[member.person]}/{inner}{file.path}"
            yield Item(path, file.content, member.submitted, file.kind)


def _folder_names(them: SyntheticClass) -> dict[Person, str]:
    """Names of people, where these can be names of folders and belong to one person; else user names."""
    readable = {p: unicodedata.normalize("NFC", p.name.replace("/", "-")) for p in _people(them)}
    counts = Counter(name.casefold() for name in readable.values())
    return {
        person: name
        if counts[name.casefold()] == 1 and name.isprintable() and name[0] != "." and person.number % 3
        else person.username
        for person, name in readable.items()
    }


def _clean(name: str) -> str:
    """Moodle's clean_filename."""
    return re.sub(r"\.\.+", "", re.sub(r"[\x00-\x1f\x7f&<>\"`|':\\/]", "", name))


def _plain_roster(them: SyntheticClass) -> str:
    rows = [["name", "email", "username"], *([p.name, p.email, p.username] for p in _people(them))]
    return _csv(rows)


def _csv(rows: Iterable[Sequence[object]], quoting: int = csv.QUOTE_MINIMAL) -> str:
    text = io.StringIO()
    csv.writer(text, quoting=quoting).writerows(rows)
    return text.getvalue()


# --- bytes and files


def archive(items: Iterable[Item]) -> bytes:
    """A zip archive of the items, as an honest and as a hostile program would write it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for item in items:
            info = zipfile.ZipInfo(item.path, item.time.astimezone(UTC).timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix: the upper half of external_attr is its mode
            info.external_attr = _MODES[item.kind] << 16
            written.writestr(info, item.content)
    return target.getvalue()


_MODES = {"regular": stat.S_IFREG | 0o644, "link": stat.S_IFLNK | 0o777, "pipe": stat.S_IFIFO | 0o644}


def _write(path: Path, item: Item) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() or path.exists():  # what was handed out, in the place of a student's
        path.unlink()
    if item.kind == "link":
        path.symlink_to(item.content.decode())
    elif item.kind == "pipe":
        os.mkfifo(path)
    else:
        path.write_bytes(item.content)
        os.utime(path, (item.time.timestamp(), item.time.timestamp()))


def _commit(clone: Path, time: datetime) -> None:
    """Commit all that is in a folder, at a time."""
    date = f"{int(time.timestamp())} +0000"
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "A Student"), ("EMAIL", "student@example.edu"), ("DATE", date))
        },
    }
    for words in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "--all"],
        ["commit", "--quiet", "--message=Homework"],
    ):
        subprocess.run(["git", *words], cwd=clone, env=environment, check=True)
