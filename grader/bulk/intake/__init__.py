"""Submissions in whatever form the course delivers them, told apart by looking."""
