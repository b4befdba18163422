"""``python -m grader``; or ``python -I path/to/grader``, which runs exactly that copy, from any folder."""

import sys

if not __package__:  # run by its path: sys.path has the package's own folder, in the place of its parent
    from pathlib import Path

    sys.path[0] = str(Path(__file__).resolve().parents[1])
elif not sys.flags.safe_path:
    del sys.path[0]  # the current folder: an asyncio.py in it must not stand in for the library's

if __name__ == "__main__":  # processes that grade a class import this file too
    from grader.cli import main

    sys.exit(main(sys.argv[1:]))
