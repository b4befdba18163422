"""The process in which a submission runs, and nothing else.

`__main__` is the process: a warm parent that forks one child for each test, or a single-use worker where there is no
fork. `program` is the submission as the judge sees it, `clocks` lets every clock tell virtual time, `threads` lets
threads wait in it, and `output` catches what is printed.

Nothing here decides what anything is worth: the worker reports what it saw, and whatever it says may be forged.
"""
