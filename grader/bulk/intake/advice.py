"""What to do with a file that is not Python source."""

from __future__ import annotations

from pathlib import PurePosixPath

from grader import progress
from grader.desk.stubs import BACKUP

_NOTEBOOK = "is a notebook, and was not graded. Export it as an executable script, named like the exercise."
_TEXT = "is not a Python file, and was not graded. Rename it so that it ends in .py."
_DOCUMENT = "is a document, and was not graded. Ask for the Python file, named like the exercise."
_ARCHIVE = (
    "is an archive of a kind that is not read. Unpack it, and pack it as a zip archive or leave it a folder."
)
_ADVICE = {
    **dict.fromkeys((".ipynb",), _NOTEBOOK),
    **dict.fromkeys((".txt", ".text", ".pyw", ".python", ".rtf"), _TEXT),
    **dict.fromkeys((".doc", ".docx", ".odt", ".pages", ".pdf", ".html", ".htm", ".webarchive"), _DOCUMENT),
    **dict.fromkeys((".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zipx"), _ARCHIVE),
}
# They come with a repository or a tool, and nobody means them as an answer.
_BESIDE = frozenset(
    {
        *(
            ".md",
            ".rst",
            ".toml",
            ".cfg",
            ".ini",
            ".json",
            ".jsonl",
            ".yml",
            ".yaml",
            ".lock",
            ".csv",
            ".log",
        ),
        *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".ico", ".bat", ".sh", ".pyc"),
    }
)
_BESIDE_NAMES = frozenset({"license", "makefile", "dockerfile", "procfile", progress.NAME})


def what_to_do(name: str) -> str:
    """The rest of a sentence that begins with the file's name; "" where its kind says nothing."""
    return _ADVICE.get(PurePosixPath(name).suffix.lower(), "")


def is_worth_a_word(name: str) -> bool:
    """Whether somebody may have meant the file as an answer."""
    ending = PurePosixPath(name).suffix.lower()
    return not (ending in _BESIDE or ending.startswith(BACKUP) or name.lower() in _BESIDE_NAMES)
