"""Loop for ever while the file is loaded
stopped by: process
reasons: hang
tests: one
"""

while True:
    pass
