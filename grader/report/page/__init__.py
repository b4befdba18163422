"""The class on one page: `report.html`, which needs no network and runs no code but its own."""

from grader.report.page.document import render_page

__all__ = ["render_page"]
