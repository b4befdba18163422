"""KeyboardInterrupt while the file is loaded
stopped by: process
reasons: load
"""

raise KeyboardInterrupt
