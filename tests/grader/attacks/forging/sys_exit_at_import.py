"""sys.exit(0) while the file is loaded
stopped by: process
reasons: load
tests: all
"""

import sys

sys.exit(0)
