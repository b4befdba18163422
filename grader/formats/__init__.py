"""What other systems read: one module for each outside format, each a function from values to bytes.

Nothing here opens a file or knows the command line. All that a student controls goes through `bounded`.
"""
