"""All dates and spans of days in a question, in order."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from handlers.understanding import calendar, days, stretches
from handlers.understanding.marking import Marks
from handlers.understanding.scan import Located, Scan

_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{2}|\d{4}))?(?![\d/])")
_DASHED = re.compile(r"(?<![\d.-])(?P<day>\d{1,2})(?P<by>[.-])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4}|\d{2})(?![\d.-])")

# The first reader that makes a date of the words from a position on wins.
_READERS: Final[tuple[Callable[[Scan, int], Located | None], ...]] = (
    days.relative_day, days.feast, stretches.part, stretches.counted, days.day_of_month, days.month,
    stretches.numbered, stretches.unit, days.weekday, days.bare_day, days.year,
)  # fmt: skip


def located(marks: Marks, today: date, used: frozenset[int]) -> Iterator[Located]:
    """All spans without overlap; words in ``used`` belong to something else."""
    numeric = {span.start: span for span in _numeric(marks, today)}
    scan = Scan(marks, today, used)
    position = 0
    while position < len(marks.words):
        span = numeric.get(position)
        if span is None and position not in used:
            span = next((found for reader in _READERS if (found := reader(scan, position))), None)
        if span is None:
            position += 1
        else:
            yield span
            position = max(span.end, position + 1)


def _numeric(marks: Marks, today: date) -> Iterator[Located]:
    for pattern in (_ISO, _SLASHED, _DASHED):
        for match in pattern.finditer(marks.text):
            number, month, year = int(match["day"]), int(match["month"]), match["year"]
            if month > 12 >= number:
                number, month = month, number
            found = calendar.day(_full_year(year) if year else today.year, month, number)
            words = [i for i, w in enumerate(marks.words) if w.start < match.end() and w.end > match.start()]
            if found and words:
                yield Located(found, found, words[0], words[-1] + 1, is_day=True, any_year=not year, weight=3)


def _full_year(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)
