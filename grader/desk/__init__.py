"""The student's desk: what lies on it, how far it is, and what to take up next. Nothing here runs a submission."""
