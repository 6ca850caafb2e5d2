"""Days, months and years that a question names: "8 de septiembre", "the 15th", "next Friday", "en julio", "2018"."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from handlers.understanding import calendar
from handlers.understanding.calendar import Span
from handlers.understanding.scan import DAY, YEAR, Located, Scan

_SHIFTS: Final = {
    "today": 0, "tomorrow": 1, "day_after_tomorrow": 2, "yesterday": -1, "day_before_yesterday": -2
}  # fmt: skip
_UNITS: Final = ("day", "week", "fortnight", "month", "quarter", "semester", "year", "weekend")
# "may" and "mar" are words of their own: a month only beside something of a date.
_AMBIGUOUS: Final = {"may", "mar", "set", "march", "dec", "sep"}


def relative_day(scan: Scan, i: int) -> Located | None:
    """Today, tomorrow, yesterday; not "por la mañana"."""
    found = scan.marks.at(i, "time", *_SHIFTS)
    if scan.marks.at(i, "time", "following_day") and scan.marks.at(i - 2, "time", "tomorrow"):
        # "Mañana y pasado"
        day = scan.today + timedelta(days=2)
        return Located(day, day, i, i + 1, is_day=True, weight=2)
    if not found or (found.value.value == "tomorrow" and scan.marks.links(i - 1, "day_time")):
        return None
    day = scan.today + timedelta(days=_SHIFTS[found.value.value])
    return Located(day, day, i, found.end, is_day=True, weight=2)


def day_of_month(scan: Scan, i: int) -> Located | None:
    """A day with its month: "8-9 de julio", "8th of September 2017", "September 8th", "July 7-8"."""
    number = scan.number(i)
    if number:
        return _number_first(scan, i, *number)
    month = scan.month_at(i)
    if not month or YEAR.match(scan.marks.plain(month[1])):
        return None
    ahead = month[1] + scan.marks.links(month[1], "article")
    number = scan.number(ahead)
    if not number or number[0] > 31 or not (DAY.match(scan.marks.plain(ahead)) or scan.marks.at(ahead, "ordinals")):
        return None
    first, behind = number
    if scan.marks.at(behind, "references", "item"):
        return None
    joint = behind + scan.marks.links(behind, "range")
    second = scan.number(joint) if joint > behind or scan.dash_before(behind) else None
    last, behind = second if second and second[0] > first else (first, behind)
    return _dated(scan, first, last, (month[0], behind), i)


def _number_first(scan: Scan, start: int, first: int, behind: int) -> Located | None:
    joint = behind + scan.marks.links(behind, "range")
    tied = joint > behind
    joint += scan.marks.links(joint, "article")
    second = scan.number(joint) if joint < len(scan.marks.words) else None
    last, ahead = first, behind
    if second and second[0] > first and (tied or scan.dash_before(joint)):
        last, ahead = second
    month = scan.month_at(scan.skip(ahead)) or _this_month(scan, ahead)
    return _dated(scan, first, last, month, start) if month else None


def _this_month(scan: Scan, i: int) -> tuple[int, int] | None:
    """As in "26 and 27 of this month", "26 del corriente"."""
    tied = scan.marks.links(i, "of")
    this = scan.marks.at(i + tied, "time", "this")
    if this is None:
        return None
    found = scan.marks.at(this.end, "time", "month")
    alone = tied and this.end == len(scan.marks.words)
    return (scan.today.month, found.end if found else this.end) if found or alone else None


def _dated(scan: Scan, first: int, last: int, month: tuple[int, int], start: int) -> Located | None:
    year = scan.year_at(month[1])
    of_year = year[0] if year else scan.year_of(month[0])
    days = calendar.day(of_year, month[0], first), calendar.day(of_year, month[0], last)
    if days[0] is None or days[1] is None:
        return None
    end = year[1] if year else month[1]
    return Located(days[0], days[1], start, end, is_day=first == last, any_year=not year, weight=3)


def bare_day(scan: Scan, i: int, *, named: bool = False) -> Located | None:
    """As in "el 8", "the 15th", "el 30 y 31": this month's if it has not passed, else the next one's.

    ``named`` says that words before it make it a day.
    """
    marks, word = scan.marks, scan.marks.plain(i)
    match = DAY.match(word)
    behind_article = marks.links(i - 1, "day")
    if not match or not 1 <= int(match.group(1)) <= 31 or not (named or behind_article or not word.isdigit()):
        return None
    if i in scan.used or marks.at(i + 1, "time", *_UNITS) or (word.isdigit() and not _ends_clause(scan, i)):
        return None
    number = int(match.group(1))
    past = marks.has("marks", "past") and not marks.has("time", "before", "until", "here", "rest")
    second = scan.number(i + 2) if marks.links(i + 1, "range") else None
    for shift in (0, -1) if past else (0, 1):
        first, _ = calendar.month(scan.today.year, scan.today.month + shift)
        day = calendar.day(first.year, first.month, number)
        if day and (day <= scan.today if past else day >= scan.today):
            last = calendar.day(first.year, first.month, second[0]) if second and second[0] > number else None
            return Located(day, last or day, i, i + 3 if last else i + 1, is_day=last is None)
    return None


def _ends_clause(scan: Scan, i: int) -> bool:
    """A number before a noun counts things ("los 12 países")."""
    following = scan.marks.plain(i + 1)
    if any(organ.start <= i < organ.end for organ in scan.marks.of("organs")):
        return False
    return not following.isalpha() or (scan.marks.is_common(i + 1) and not scan.marks.at(i + 1, "organs"))


def feast(scan: Scan, i: int) -> Located | None:
    """As in "Christmas", "fin de año": the next one."""
    found = scan.marks.at(i, "feasts")
    if not found:
        return None
    day = date.fromisoformat(f"{scan.today.year}-{found.value.value}")
    day = day if day >= scan.today else day.replace(year=day.year + 1)
    # "For Christmas" is until then.
    first = scan.today if scan.marks.at(i - 1, "marks", "qualifies") else day
    return Located(first, day, i, found.end, is_day=True, weight=2)


def weekday(scan: Scan, i: int) -> Located | None:
    """As in "el viernes", "next Friday", "last Monday"."""
    shift = scan.marks.at(i, "time", "this", "next", "last")
    entry = scan.marks.at(shift.end if shift else i, "weekdays")
    if not entry:
        return None
    ahead = entry.end + scan.marks.links(entry.end, "article")
    if dated := day_of_month(scan, ahead) or bare_day(scan, ahead):
        # "Monday the 12th"
        return replace(dated, start=i)
    behind = scan.marks.at(entry.end, "time", "next", "last")
    which = shift.value.value if shift else behind.value.value if behind else None
    ahead = (int(entry.value.value) - 1 - scan.today.weekday()) % 7
    day = scan.today + timedelta(days=ahead - 7 if which == "last" else ahead or (7 if which == "next" else 0))
    return Located(day, day, i, behind.end if behind else entry.end, is_day=True, weight=2)


def month(scan: Scan, i: int) -> Located | None:
    """As in "en septiembre", "next July", "octubre pasado", "sept 2017"."""
    found = scan.month_at(i)
    if not found or (scan.marks.plain(i) in _AMBIGUOUS and not _among_dates(scan, i)):
        return None
    number, behind = found
    year = scan.year_at(behind)
    shift = scan.marks.at(i - 1, "time", "next", "last") or scan.marks.at(behind, "time", "next", "last")
    if year:
        span = calendar.month(year[0], number)
    elif shift:
        span = _beside(scan, number, shift.value.value)
    else:
        span = calendar.month(scan.year_of(number), number)
    return Located(*span, i, year[1] if year else behind, any_year=not year, weight=2)


def _among_dates(scan: Scan, i: int) -> bool:
    marks = scan.marks
    return bool(
        marks.links(i - 1, "in", "of", "range", "date")
        or any(kind.end == i for kind in marks.of("kinds"))
        or marks.at(i - 1, "time")
        or marks.at(i + 1, "cues", "meetings")
        or marks.at(i + 1, "kinds")
        or (i > 0 and marks.words[i].typed[:1].isupper())
        or YEAR.match(marks.plain(i + 1))
    )


def _beside(scan: Scan, number: int, which: str) -> Span:
    year = scan.today.year
    if which == "next":
        return calendar.month(year + (number <= scan.today.month), number)
    return calendar.month(year - (number >= scan.today.month), number)


def year(scan: Scan, i: int) -> Located | None:
    """As in "2018", "in 2017"."""
    if not YEAR.match(scan.marks.plain(i)) or i in scan.used:
        return None
    return Located(*calendar.months(int(scan.marks.plain(i)), 1, 12), i, i + 1)
