"""What the judge and the warm parent of its workers say to each other, over a socket that carries descriptors too.

The judge sends one of three requests; the parent answers the first and the last with a number of four bytes.
"""

from __future__ import annotations

import struct

NUMBER = struct.Struct("!i")
FORK = b"f"  # with the descriptor of the worker's channel; the answer is the child's process number
KILL = b"k"  # with a process number; no answer
WAIT = b"w"  # the same, but the child has hung up and may end by itself first; the answer is the wait status
LEFT = 75  # exit code of a worker whose debugger was left: no answer of its own, and no verdict
