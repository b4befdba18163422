"""Files that a release writes, with a few words filled in. A placeholder is @@name.

Their names end in .template, so that no tool takes them for a part of this project.
"""

from __future__ import annotations

import string
from pathlib import Path

HERE = Path(__file__).parent


class _Template(string.Template):
    delimiter = "@@"  # `$` belongs to the shell, and `{{ }}` to GitHub


def template(name: str, **words: str) -> str:
    """The template `name`, filled in."""
    text = (HERE / f"{name}.template").read_text(encoding="utf-8")
    return _Template(text).substitute(words) if words else text
