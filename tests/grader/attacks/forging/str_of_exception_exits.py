"""An exception whose text ends the process
stopped by: process
reasons: crash
"""

import os


class Polite(Exception):
    def __str__(self):
        os._exit(0)

    __repr__ = __str__


raise Polite
