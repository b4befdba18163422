"""What a check leaves in the student's progress; where that fails, the check itself goes on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from grader.catalog import Catalog
from grader.cli.output import complain

if TYPE_CHECKING:
    from grader.desk.news import News
    from grader.verdict import Result


def remembered(catalog: Catalog, result: Result) -> News | None:
    """What is new for the student; None where nothing could be remembered, which is then said."""
    from grader.desk.news import remember
    from grader.progress import NotRemembered

    try:
        return remember(catalog, result, dt.datetime.now().astimezone().date())
    except NotRemembered as error:
        complain(error)
        return None
