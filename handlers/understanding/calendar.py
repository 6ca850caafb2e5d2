"""Arithmetic on days: weeks from Monday, months, quarters, semesters."""

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]


def week(today: date, shift: int = 0) -> Span:
    """The week of a day, Monday to Sunday, or that ``shift`` weeks later."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
    return monday, monday + timedelta(days=6)


def weekend(today: date, shift: int = 0) -> Span:
    """The Saturday and Sunday of a day's week, or those ``shift`` weeks later."""
    _, sunday = week(today, shift)
    return sunday - timedelta(days=1), sunday


def month(year: int, number: int) -> Span:
    """A month; numbers below 1 and above 12 run into the years beside."""
    year, index = divmod(year * 12 + number - 1, 12)
    return date(year, index + 1, 1), date(year, index + 1, monthrange(year, index + 1)[1])


def months(year: int, first: int, count: int) -> Span:
    """Several months."""
    return month(year, first)[0], month(year, first + count - 1)[1]


def fortnight(today: date, shift: int = 0) -> Span:
    """The half month (1st–15th, 16th–last) of a day, or that ``shift`` halves later."""
    index = (today.year * 12 + today.month - 1) * 2 + (today.day > 15) + shift
    first, last = month(index // 24, index // 2 % 12 + 1)
    middle = first + timedelta(days=14)
    return (first, middle) if index % 2 == 0 else (middle + timedelta(days=1), last)


def day(year: int, month_number: int, number: int) -> date | None:
    """A day, None where the month has no such day."""
    try:
        return date(year, month_number, number)
    except ValueError:
        return None


def part(span: Span, name: str) -> Span:
    """The ``start``, ``middle`` or ``end`` of a month or of a longer span: about a third of it."""
    first, last = span
    if name == "middle" and (last - first).days <= 31:
        return first.replace(day=11), first.replace(day=20)
    third = timedelta(days=max(1, round((last - first).days / 3)))
    if name == "start":
        return first, first + third
    if name == "end":
        return last - third, last
    return first + third - timedelta(days=1), last - third + timedelta(days=1)


def half(span: Span, which: int) -> Span:
    """The first or second half: of a month to the 15th and from the 16th."""
    first, last = span
    middle = first + ((last - first) // 2)
    if (last - first).days < 31:
        middle = first + timedelta(days=14)
    return (first, middle) if which == 1 else (middle + timedelta(days=1), last)
