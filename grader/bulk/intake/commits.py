"""When the files of a clone were last committed.

A student may have written what is in `.git`, and its configuration can make git run programs. So git is given a
directory of its own, and of the clone only the store of objects, which git reads with care because it comes from others
every day. What `HEAD` names is read here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from grader.bulk.intake.folder import Folder
from grader.bulk.intake.tree import CannotRead, Parts

MAX_COMMITS = 5_000
SECONDS = 20  # real time that git may take for one clone
_MAX_REFS = 1024 * 1024  # bytes

_COMMIT = re.compile(r"[0-9a-f]{40}")
_BRANCH = re.compile(r"ref: (refs/heads/[\w][\w./-]{0,200})")


def commit_times(tree: Folder, clone: Parts, files: Sequence[Parts]) -> dict[Parts, datetime]:
    """When each of the `files` (parts from the root of the clone) was last committed, as far as git can tell."""
    git = shutil.which("git")
    head = _head(tree, clone)
    if git is None or head is None or not files:
        return {}
    by_path = {"/".join(parts): parts for parts in files}
    with tempfile.TemporaryDirectory(prefix="overlap-git-") as empty:
        for name in ("objects", "refs"):
            Path(empty, name).mkdir()
        Path(empty, "HEAD").write_text("ref: refs/heads/none\n", encoding="utf-8")
        found = _run(
            [
                git,
                "--literal-pathspecs",
                *_setting("core.commitGraph=false", "core.multiPackIndex=false", "core.quotePath=false"),
                *("log", "--no-color", "--no-renames", "--name-only", "--format=%x00%ct"),
                *(f"--max-count={MAX_COMMITS}", head, "--", *by_path),
            ],
            {
                "GIT_DIR": empty,
                "GIT_OBJECT_DIRECTORY": str(tree.path((*clone, ".git", "objects"))),
                "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_NO_REPLACE_OBJECTS": "1",
                "GIT_NO_LAZY_FETCH": "1",
                "GIT_TERMINAL_PROMPT": "0",
                "GIT_ALLOC_LIMIT": "256m",
                "HOME": empty,
            },
        )
    return {by_path[path]: time for path, time in _latest(found).items() if path in by_path}


def _setting(*settings: str) -> list[str]:
    return [word for setting in settings for word in ("-c", setting)]


def _run(command: list[str], environment: dict[str, str]) -> str:
    try:
        done = subprocess.run(  # noqa: S603 # the words are ours, a commit's hash and paths behind "--"
            command,
            env=environment,
            cwd=environment["HOME"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError, ValueError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _latest(log: str) -> dict[str, datetime]:
    """The first time that each path is named: the newest commit comes first."""
    times: dict[str, datetime] = {}
    for commit in log.split("\0")[1:]:
        seconds, *paths = commit.splitlines()
        try:
            time = datetime.fromtimestamp(int(seconds), UTC)
        except (ValueError, OverflowError, OSError):
            continue
        for path in filter(None, paths):
            times.setdefault(path, time)
    return times


def _head(tree: Folder, clone: Parts) -> str | None:
    """The commit that is checked out; None where git's own folder is not as git makes it."""
    git = (*clone, ".git")
    if not _is_folder(tree, (*git, "objects")):
        return None
    head = _text(tree, (*git, "HEAD"))
    if _COMMIT.fullmatch(head):
        return head
    branch = _BRANCH.fullmatch(head)
    if branch is None or ".." in branch[1]:
        return None
    loose = _text(tree, (*git, *branch[1].split("/")))
    if _COMMIT.fullmatch(loose):
        return loose
    packed = re.search(
        rf"^([0-9a-f]{{40}}) {re.escape(branch[1])}$", _text(tree, (*git, "packed-refs")), re.MULTILINE
    )
    return packed[1] if packed else None


def _is_folder(tree: Folder, parts: Parts) -> bool:
    try:
        return any(entry.parts == parts and entry.is_folder for entry in tree.children(parts[:-1]))
    except CannotRead:
        return False


def _text(tree: Folder, parts: Parts) -> str:
    try:
        entry = next((entry for entry in tree.children(parts[:-1]) if entry.parts == parts), None)
        if entry is None or entry.is_folder:
            return ""
        return tree.read(entry, _MAX_REFS).decode("utf-8", "replace").strip()
    except CannotRead:
        return ""
