"""The process that knows the hidden tests, keeps the time, and decides.

`session` runs pytest over the hidden tests for any number of submissions; `plugin` is what pytest calls;
`trial` is one test of one submission, from the fork to the verdict; `submission` and `world` are what a
hidden test speaks to; `records` are what was seen; `findings` turns an exception into a reason and a
sentence; `workers` start and stop the submission's processes.
"""
