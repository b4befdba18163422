"""Grading a class: any layout of submissions, any executor, verdicts that are kept."""
