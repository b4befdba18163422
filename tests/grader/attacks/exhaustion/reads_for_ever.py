"""Read from a pipe into which nobody writes
stopped by: process
reasons: hang
tests: one
takes: wall
"""

import os

read, write = os.pipe()
os.read(read, 1)
