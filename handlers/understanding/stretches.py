"""Weeks, months and parts of them: "next week", "fin de mes", "early July", "los próximos 10 días", "Q3"."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from handlers.understanding import calendar
from handlers.understanding.days import bare_day, day_of_month, month, year
from handlers.understanding.scan import DAY, MONTHS, SHIFTS, Located, Scan

_UNITS: Final = ("week", "fortnight", "month", "quarter", "semester", "year", "weekend")
_LENGTHS: Final = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}


def unit(scan: Scan, i: int) -> Located | None:
    """As in "this week", "próximo mes", "la semana que viene", "week of the 3rd"."""
    marks = scan.marks
    if of_day := marks.at(i, "time", "week_of"):
        ahead = scan.skip(of_day.end)
        day = day_of_month(scan, ahead) or bare_day(scan, ahead, named=True)
        if day:
            first, last = calendar.week(day.first)
            return replace(day, first=first, last=last, start=i, is_day=False)
    before = marks.at(i, "time", *SHIFTS)
    found = marks.at(before.end if before else i, "time", *_UNITS)
    if not found:
        return None
    # "Esta semana entrante" is the next one.
    this = before is None or before.value.value == "this"
    behind = marks.at(found.end, "time", *SHIFTS) if this else None
    named = behind or before
    # A bare "week" says nothing; "the weekend" and "what is left of the month" mean the current one.
    closing = marks.at(found.end, "time", "closing")
    if named is None and found.value.value != "weekend" and not (closing or _behind_rest(scan, i)):
        return None
    shift = SHIFTS[named.value.value] if named else 0
    first, last = scan.shifted(found.value.value, shift)
    end = behind.end if behind else found.end
    if marks.links(end, "and", "or") and (second := marks.at(scan.skip(end + 1), "time", "next")) and shift == 0:
        # "this week and the next one"
        last, end = scan.shifted(found.value.value, 1)[1], second.end
    return Located(first, last, i, end, weight=2)


def _behind_rest(scan: Scan, i: int) -> bool:
    """Whether "what is left of" or "so far this" stands before."""
    return any(f.end in (i, i - 1) for f in scan.marks.of("time", "rest", "so_far"))


def part(scan: Scan, i: int) -> Located | None:
    """As in "a fines de agosto", "early July", "fin de mes", "mediados del próximo mes"."""
    found = scan.marks.at(i, "time", "start", "middle", "end")
    if not found or scan.marks.at(i, "time", "weekend"):
        return None
    whole = _whole(scan, scan.skip(found.end))
    if whole is None:
        return None
    first, last = calendar.part((whole.first, whole.last), found.value.value)
    closes = found.value.value in ("middle", "end")
    # "At the beginning of the month" says less than a month that is named beside it.
    weight = 3 if whole.weight > 1 else 1
    return replace(whole, first=first, last=last, start=i, closes=closes, is_day=False, weight=weight)


def _whole(scan: Scan, i: int) -> Located | None:
    span = month(scan, i) or unit(scan, i) or year(scan, i)
    if span:
        return span
    found = scan.marks.at(i, "time", "week", "month", "year", "semester", "quarter")
    return Located(*scan.shifted(found.value.value, 0), i, found.end) if found else None


def numbered(scan: Scan, i: int) -> Located | None:
    """As in "primera quincena de julio", "second half of July", "first ten days of May", "Q3"."""
    short = re.fullmatch(r"([qth])([1-4])", scan.marks.plain(i))
    if short:
        name = "semester" if short.group(1) == "h" else "quarter"
        return _of_year(scan, i, i + 1, name, int(short.group(2)))
    ordinal = scan.marks.at(i, "ordinals")
    digits = DAY.match(scan.marks.plain(i)) if not scan.marks.plain(i).isdigit() else None
    if not ordinal and not digits:
        return None
    which = int(ordinal.value.value) if ordinal else int(digits.group(1)) if digits else 0
    behind = ordinal.end if ordinal else i + 1
    found = scan.marks.at(behind, "time", "semester", "quarter", "week", "half")
    if not found:
        return _first_days(scan, i, which, behind)
    if found.value.value in MONTHS:
        return _of_year(scan, i, found.end, found.value.value, which)
    whole = _whole(scan, scan.skip(found.end))
    if whole is None:
        return None
    if found.value.value == "half":
        first, last = calendar.half((whole.first, whole.last), which)
    else:
        first = calendar.week(whole.first, which - 1)[0] if which > 1 else whole.first
        first = whole.last - timedelta(days=6) if which < 0 else first
        last = first + timedelta(days=6)
    return replace(whole, first=first, last=last, start=i, weight=3)


def _first_days(scan: Scan, start: int, which: int, i: int) -> Located | None:
    """As in "first ten days of September", "los últimos 5 días de agosto"."""
    count = scan.number(i)
    days = scan.marks.at(count[1], "time", "day") if count else None
    whole = _whole(scan, scan.skip(days.end)) if days else None
    if count is None or whole is None or abs(which) != 1:
        return None
    length = timedelta(days=count[0] - 1)
    span = (whole.first, whole.first + length) if which > 0 else (whole.last - length, whole.last)
    return replace(whole, first=span[0], last=span[1], start=start, weight=3)


def _of_year(scan: Scan, start: int, behind: int, name: str, which: int) -> Located | None:
    length = MONTHS[name]
    if not 0 < which <= 12 // length:
        return None
    found = scan.year_at(scan.skip(behind)) or scan.year_at(behind)
    span = calendar.months(found[0] if found else scan.today.year, (which - 1) * length + 1, length)
    return Located(*span, start, found[1] if found else behind, any_year=not found, weight=3)


def counted(scan: Scan, i: int) -> Located | None:
    """As in "los próximos 10 días", "next two weeks", "en 3 días", "within a month", "10 days ago"."""
    marks = scan.marks
    before = marks.at(i, "time", "next", "last", "in", "this")
    position = before.end if before else i
    if before and marks.text[marks.words[position - 1].end :].startswith(","):
        return None
    if before and before.value.value == "in":
        position = scan.skip(position)
        again = marks.at(position, "time", "next")
        position = again.end if again else position
    # "In the first week of September" counts none.
    ordinal = marks.at(position, "ordinals") and not marks.at(position, "numbers")
    number = (None if ordinal else scan.number(position)) or (
        (1, position + 1) if marks.links(position, "one") else None
    )
    found = marks.at(number[1], "time", *_LENGTHS) if number else None
    if not number or not found:
        return None
    behind = marks.at(found.end, "time", "next", "last") if not before else None
    if before and marks.links(found.end, "of") and _whole(scan, scan.skip(found.end)):
        # "The last two days of this month" are that month's.
        return None
    which = before.value.value if before else behind.value.value if behind else None
    if which is None:
        return None
    length = timedelta(days=number[0] * _LENGTHS[found.value.value])
    first, last = (scan.today - length, scan.today) if which == "last" else (scan.today, scan.today + length)
    return Located(first, last, i, behind.end if behind else found.end, weight=2)
