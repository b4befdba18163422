"""Records become text: pure functions, without files, processes or terminals."""
