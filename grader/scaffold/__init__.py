"""A new exercise: small, whole, and with blanks where its author's words belong."""
