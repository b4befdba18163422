"""``python -m grader``."""

import sys

if not sys.flags.safe_path:
    del sys.path[0]  # the current folder: an asyncio.py in it must not stand in for the library's

from grader.cli import main

sys.exit(main(sys.argv[1:]))
