"""What courses deliver, for tests of the intake: a small kit, folders and archives, and what was read from them."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from small_kit import Kit

from grader.bulk.intake.read import read_submissions
from grader.bulk.intake.submissions import HandedIn, Intake, Submission
from grader.catalog import Exercise

SCOUTS = "async def reports(ask, stations):\n    return [await ask(station) for station in stations]\n"
DINNER = "async def dinner(kitchen):\n    return await kitchen()\n"
STUB = 'async def {name}(world):\n    """Do it."""\n    raise NotImplementedError\n'
SCOUTS_STUB = STUB.format(name="reports")

_TEST = "async def test_run(submission): ...\n"


def kit_of_three(root: Path) -> tuple[Exercise, ...]:
    """Three exercises: three-scouts (`reports`), dinner-for-one (`dinner`) and front-page (`Page` and `fetch`)."""
    kit = Kit(root, None)
    kit.add(_TEST, path="02_together/01_three_scouts", stub=SCOUTS_STUB)
    kit.add(_TEST, path="02_together/02_dinner_for_one", stub=STUB.format(name="dinner"))
    page = f"class Page(Exception):\n    pass\n\n\n{STUB.format(name='fetch')}"
    kit.add(_TEST, path="02_together/03_front_page", stub=page)
    return kit.catalog.exercises


@dataclass(frozen=True)
class Reading:
    """What was read, with the contents that were kept."""

    intake: Intake
    kept: Mapping[str, bytes]

    @property
    def layout(self) -> str:
        return self.intake.layout

    @property
    def keys(self) -> list[str]:
        return sorted(submission.student.key for submission in self.intake.submissions)

    @property
    def problems(self) -> str:
        """All problems, those of students too, in lines."""
        lines = [f"{problem.path}: {problem.text}" for problem in self.intake.problems]
        return "\n".join(lines + [text for one in self.intake.submissions for text in one.problems])

    def of(self, key: str) -> Submission:
        (found,) = [one for one in self.intake.submissions if one.student.key == key]
        return found

    def file(self, key: str, slug: str = "three-scouts") -> HandedIn | None:
        """What a student has handed in for an exercise."""
        return next((file for file in self.of(key).files if file.slug == slug), None)

    def source(self, key: str, slug: str = "three-scouts") -> str:
        """What would be run of a student."""
        file = self.file(key, slug)
        assert file is not None, f"{key} has nothing for {slug}"
        assert not file.problem
        return self.kept[file.digest].decode()

    def matrix(self) -> dict[str, list[str]]:
        """Who has handed in for which exercises."""
        return {one.student.key: [file.slug for file in one.files] for one in self.intake.submissions}


@dataclass(frozen=True)
class Delivery:
    """A place in which submissions are laid out."""

    root: Path
    exercises: tuple[Exercise, ...]

    def write(self, files: Mapping[str, str | bytes]) -> Path:
        """A folder with these files."""
        for name, content in files.items():
            file = self.root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(as_bytes(content))
        return self.root

    def zip(self, files: Mapping[str, str | bytes] | Iterable[Any], name: str = "class.zip") -> Path:
        """An archive with these members."""
        self.root.mkdir(parents=True, exist_ok=True)
        path = self.root / name
        path.write_bytes(zipped(files))
        return path

    def read(self, place: Path | None = None, **options: Any) -> Reading:
        """What the intake makes of the folder, or of another place."""
        kept: dict[str, bytes] = {}

        def keep(content: bytes) -> str:
            digest = hashlib.sha256(content).hexdigest()
            kept[digest] = content
            return digest

        exercises = options.pop("exercises", self.exercises)
        return Reading(read_submissions(place or self.root, exercises, keep, **options), kept)


def zipped(files: Mapping[str, str | bytes] | Iterable[Any]) -> bytes:
    """An archive of members, each a name or a ZipInfo and its content."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(name, as_bytes(content))
    return buffer.getvalue()


def as_bytes(content: str | bytes) -> bytes:
    """Content as a file holds it."""
    return content if isinstance(content, bytes) else content.encode()
