"""Watch mode: one exercise is checked whenever it is saved, until the student goes on to the next."""
