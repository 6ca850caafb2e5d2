"""Dates and spans of days in a question, each with the words that give it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from handlers.understanding import calendar
from handlers.understanding.calendar import Span
from handlers.understanding.marking import Marks

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?(?![\d/])")
_DASHED = re.compile(r"(?<![\d.-])(\d{1,2})([.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d.-])")
_DAY = re.compile(r"^(\d{1,2})(?:st|nd|rd|th|ro|do|er|vo|to|mo|o)?$")
_YEAR = re.compile(r"^20\d\d$")
_LINKS: Final = {"de", "del", "of", "the", "el", "la", "los", "las", "este", "esta", "dia"}
_UNITS: Final = ("day", "week", "fortnight", "month", "quarter", "semester", "year", "weekend")
_MONTHS_OF: Final = {"month": 1, "quarter": 3, "semester": 6, "year": 12}
# "may" and "mar" are words of their own: a month only beside something of a date.
_AMBIGUOUS: Final = {"may", "mar", "set", "march", "dec", "sep", "sale"}


_ARTICLES_TOO: Final = {"un", "una", "uno", "one", "a", "an"}


@dataclass(frozen=True, slots=True)
class Located:
    """Days, and the words that name them. ``closes`` marks the end of a longer span ("end of August")."""

    first: date
    last: date
    start: int
    end: int
    is_day: bool = False
    closes: bool = False
    any_year: bool = False
    event: bool = False
    weight: int = 1


def located(marks: Marks, today: date, used: frozenset[int]) -> Iterator[Located]:
    """All spans, in order and without overlap; words in ``used`` belong to something else."""
    numeric = {span.start: span for span in _numeric(marks, today)}
    position = 0
    while position < len(marks.words):
        span = numeric.get(position)
        if span is None and position not in used:
            span = _Scan(marks, today, used).at(position)
        if span is None:
            position += 1
        else:
            yield span
            position = max(span.end, position + 1)


def _numeric(marks: Marks, today: date) -> Iterator[Located]:
    for pattern in (_ISO, _SLASHED, _DASHED):
        for match in pattern.finditer(marks.text):
            parts = match.groups()
            if pattern is _ISO:
                found = calendar.day(int(parts[0]), int(parts[1]), int(parts[2]))
                year = parts[0]
            else:
                number, month, year = int(parts[0]), int(parts[-2] if pattern is _DASHED else parts[1]), parts[-1]
                if month > 12 >= number:
                    number, month = month, number
                found = calendar.day(_full_year(year) if year else today.year, month, number)
            words = [i for i, w in enumerate(marks.words) if w.start < match.end() and w.end > match.start()]
            if found and words:
                yield Located(found, found, words[0], words[-1] + 1, is_day=True, any_year=not year, weight=3)


def _full_year(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)


class _Scan:
    """Reads one span from a position on."""

    def __init__(self, marks: Marks, today: date, used: frozenset[int]) -> None:
        self.marks, self.today, self.used = marks, today, used

    def at(self, i: int) -> Located | None:
        return self._relative_day(i) or self._part(i) or self._counted(i) or self._day_month(i) or self._month(i) \
            or self._unit(i) or self._weekday(i) or self._numbered_part(i) or self._day(i) or self._year(i)  # fmt: skip

    def _time(self, i: int, *values: str) -> int | None:
        """The word behind a time phrase that starts here."""
        found = self.marks.at(i, "time", *values)
        return found.end if found else None

    def _skip(self, i: int) -> int:
        while self.marks.plain(i) in _LINKS or (self.marks.plain(i) in {"mes", "month"} and self._month_at(i + 2)):
            i += 1
        return i

    def _relative_day(self, i: int) -> Located | None:
        shifts = {"today": 0, "tomorrow": 1, "day_after_tomorrow": 2, "yesterday": -1, "day_before_yesterday": -2}
        found = self.marks.at(i, "time", *shifts)
        if not found:
            return None
        if found.value.value == "tomorrow" and self.marks.plain(i - 1) in {"la", "las"}:
            return None  # "por la mañana"
        day = self.today + timedelta(days=shifts[found.value.value])
        return Located(day, day, i, found.end, is_day=True, weight=2)

    def _number(self, i: int) -> int | None:
        match = _DAY.match(self.marks.plain(i))
        if match:
            return int(match.group(1))
        if self.marks.plain(i) in _ARTICLES_TOO:
            return None
        entries = [e for s in ("numbers", "ordinals") if (e := self.marks.at(i, s)) and int(e.value.value) > 0]
        longest = max(entries, key=lambda e: e.end, default=None)
        return int(longest.value.value) if longest else None

    def _number_end(self, i: int) -> int:
        if _DAY.match(self.marks.plain(i)):
            return i + 1
        entries = [e for s in ("numbers", "ordinals") if (e := self.marks.at(i, s))]
        return max((e.end for e in entries), default=i + 1)

    def _month_at(self, i: int) -> tuple[int, int] | None:
        """A month's number and the word behind it."""
        entry = self.marks.at(i, "months")
        return (int(entry.value.value), entry.end) if entry and i not in self.used else None

    def _year_at(self, i: int) -> tuple[int, int] | None:
        """A year that follows, with or without "de", and the word behind it."""
        ahead = i + 1 if self.marks.plain(i) in {"de", "del", "of"} else i
        word = self.marks.plain(ahead)
        if _YEAR.match(word) and ahead not in self.used:
            return int(word), ahead + 1
        apostrophe = ahead < len(self.marks.words) and self.marks.text[self.marks.words[ahead].start - 1] in "'’"
        if re.fullmatch(r"[12]\d", word) and (apostrophe or self.marks.plain(i) == "del"):
            return 2000 + int(word), ahead + 1
        return None

    def _day_month(self, i: int) -> Located | None:
        """ "8 de septiembre", "8-9 de julio", "7 y 8 de julio", "8th of September 2017"; "September 8th", "July 7-8"."""
        number = self._number(i)
        if number:
            last, ahead = number, self._number_end(i)
            joint = ahead + 1 if self.marks.plain(ahead) in {"y", "al", "a", "and", "to", "e"} else ahead
            joint += self.marks.plain(joint) in {"el", "the"}
            second = self._number(joint) if joint < len(self.marks.words) else None
            if second and second > number and (joint > ahead or self._dash_before(joint)):
                last, ahead = second, self._number_end(joint)
            month = self._month_at(self._skip(ahead))
            return self._days(number, last, month, i) if month else None
        month = self._month_at(i)
        if month:
            ahead = month[1] + (self.marks.plain(month[1]) == "the")
            number = self._number(ahead) if not _YEAR.match(self.marks.plain(ahead)) else None
            if number and number <= 31 and (_DAY.match(self.marks.plain(ahead)) or self.marks.at(ahead, "ordinals")):
                behind = self._number_end(ahead)
                joint = behind + (self.marks.plain(behind) in {"to", "and", "y", "al"})
                second = self._number(joint) if joint > behind or self._dash_before(behind) else None
                last, behind = (second, self._number_end(joint)) if second and second > number else (number, behind)
                return self._days(number, last, (month[0], behind), i)
        return None

    def _dash_before(self, i: int) -> bool:
        if not 0 < i < len(self.marks.words):
            return False
        gap = self.marks.text[self.marks.words[i - 1].end : self.marks.words[i].start]
        return gap.strip() in {"-", "–", "—", "/"}

    def _days(self, first: int, last: int, month: tuple[int, int], start: int) -> Located | None:
        year = self._year_at(month[1])
        of_year = year[0] if year else self._year_of(month[0])
        days = calendar.day(of_year, month[0], first), calendar.day(of_year, month[0], last)
        if days[0] is None or days[1] is None:
            return None
        end = year[1] if year else month[1]
        return Located(days[0], days[1], start, end, is_day=first == last, any_year=not year, weight=3)

    def _year_of(self, month: int) -> int:
        """The year meant where none was typed: this one; the last where the month is far ahead and spoken of as past."""
        year = self.today.year
        ahead = self.marks.has("marks", "future") or self.marks.has("time", "before", "until", "here", "rest", "next")
        if month >= self.today.month + 4 and self.marks.has("marks", "past") and not ahead:
            return year - 1
        if month < self.today.month - 6 and not self.marks.has("marks", "past"):
            return year + 1
        return year

    def _month(self, i: int) -> Located | None:
        month = self._month_at(i)
        if not month or (self.marks.plain(i) in _AMBIGUOUS and not self._dated_context(i)):
            return None
        year = self._year_at(month[1])
        span = calendar.month(year[0] if year else self._year_of(month[0]), month[0])
        shift = (self.marks.at(i - 1, "time", "next", "last") if i else None) or self.marks.at(month[1], "time", "next", "last")
        if shift and not year:
            span = self._beside(month[0], shift.value.value)
        return Located(*span, i, year[1] if year else month[1], any_year=not year, weight=2)

    def _dated_context(self, i: int) -> bool:
        beside = {"in", "en", "de", "of", "until", "before", "by", "next", "this", "late", "early", "mid", "to", "and", "since", "hasta", "last", "through"}
        return (
            self.marks.plain(i - 1) in beside
            or bool(self.marks.at(i + 1, "cues", "meetings") or self.marks.at(i + 1, "kinds"))
            or self.marks.words[i].typed[0].isupper() and i > 0
            or bool(_YEAR.match(self.marks.plain(i + 1)))
        )

    def _beside(self, month: int, which: str) -> Span:
        year = self.today.year
        if which == "next":
            return calendar.month(year + (month <= self.today.month), month)
        return calendar.month(year - (month >= self.today.month), month)

    def _unit(self, i: int) -> Located | None:
        """ "this week", "próximo mes", "la semana que viene", "week of the 3rd"."""
        before = self.marks.at(i, "time", "this", "next", "last")
        position = before.end if before else i
        if self.marks.at(i, "time", "week_of"):
            day = self._anchor(self._skip(self.marks.at(i, "time", "week_of").end))  # type: ignore[union-attr]
            if day:
                return replace(day, first=calendar.week(day.first)[0], last=calendar.week(day.first)[1], start=i, is_day=False)
        unit = self.marks.at(position, "time", *_UNITS)
        if not unit or unit.value.value == "day":
            return None
        end = unit.end
        which = before.value.value if before else None
        if which is None:
            behind = self.marks.at(end, "time", "next", "last", "this")
            if behind:
                which, end = behind.value.value, behind.end
        if which is None:
            # "el fin de semana", "fin de mes" and "este …" stand for the current one; a bare "week" says nothing.
            if unit.value.value != "weekend" and not self._behind_rest(i):
                return None
            which = "this"
        return Located(*self._shifted(unit.value.value, {"this": 0, "next": 1, "last": -1}[which]), i, end, weight=2)

    def _behind_rest(self, i: int) -> bool:
        """Whether "what is left of" or "so far this" stands before."""
        return any(f.end in (i, i - 1) for f in self.marks.of("time", "rest", "so_far"))

    def _anchor(self, i: int) -> Located | None:
        return self._day_month(i) or self._day(i, bare=True)

    def _shifted(self, unit: str, shift: int) -> Span:
        today = self.today
        if unit == "week":
            return calendar.week(today, shift)
        if unit == "weekend":
            return calendar.weekend(today, shift)
        if unit == "fortnight":
            return calendar.fortnight(today, shift)
        length = _MONTHS_OF[unit]
        index = (today.year * 12 + today.month - 1) // length + shift
        return calendar.months(index * length // 12, index * length % 12 + 1, length)

    def _part(self, i: int) -> Located | None:
        """ "a fines de agosto", "early July", "fin de mes", "mediados del próximo mes"."""
        found = self.marks.at(i, "time", "start", "middle", "end")
        if not found or self.marks.at(i, "time", "weekend"):
            return None
        whole = self._whole(self._skip(found.end))
        if whole is None:
            return None
        first, last = calendar.part((whole.first, whole.last), found.value.value)
        closes = found.value.value == "end"
        return replace(whole, first=first, last=last, start=i, closes=closes, is_day=False, weight=3)

    def _whole(self, i: int) -> Located | None:
        span = self._month(i) or self._unit(i) or self._year(i)
        if span:
            return span
        unit = self.marks.at(i, "time", "week", "month", "year", "semester", "quarter")
        return Located(*self._shifted(unit.value.value, 0), i, unit.end) if unit else None

    def _numbered_part(self, i: int) -> Located | None:
        """ "primera quincena de julio", "second half of July", "second semester of 2017", "Q3"."""
        quarter = re.fullmatch(r"([qth])([1-4])", self.marks.plain(i))
        if quarter:
            length = 6 if quarter.group(1) == "h" else 3
            year = self._year_at(i + 1)
            first = (int(quarter.group(2)) - 1) * length + 1
            if first <= 12:
                span = calendar.months(year[0] if year else self.today.year, first, length)
                return Located(*span, i, year[1] if year else i + 1, any_year=not year, weight=2)
        ordinal = self.marks.at(i, "ordinals")
        digit = _DAY.match(self.marks.plain(i)) if not self.marks.plain(i).isdigit() else None
        if not ordinal and not digit:
            return None
        which = int(ordinal.value.value) if ordinal else int(digit.group(1)) if digit else 0
        behind_number = ordinal.end if ordinal else i + 1
        unit = self.marks.at(behind_number, "time", "semester", "quarter", "week", "half")
        if not unit:
            return None
        name = unit.value.value
        if name in ("half", "week"):
            whole = self._whole(self._skip(unit.end))
            if whole is None:
                return None
            if name == "week":
                first = whole.first if which == 1 else whole.last - timedelta(days=6) if which < 0 else calendar.week(whole.first, which - 1)[0]
                return replace(whole, first=first, last=first + timedelta(days=6), start=i, weight=3)
            return replace(whole, **dict(zip(("first", "last"), calendar.half((whole.first, whole.last), which), strict=True)), start=i, weight=3)
        length = _MONTHS_OF[name]
        if not 0 < which <= 12 // length:
            return None
        behind = self._skip(unit.end)
        year = self._year_at(behind)
        span = calendar.months(year[0] if year else self.today.year, (which - 1) * length + 1, length)
        return Located(*span, i, year[1] if year else unit.end, any_year=not year, weight=3)

    def _counted(self, i: int) -> Located | None:
        """ "los próximos 10 días", "next two weeks", "en 3 días", "within a month", "10 days ago"."""
        before = self.marks.at(i, "time", "next", "last", "in", "this")
        position = before.end if before else i
        if before and before.value.value == "in":
            position = self._skip(position)
            again = self.marks.at(position, "time", "next")
            position = again.end if again else position
        number, end = self._number(position), self._number_end(position)
        if number is None and self.marks.plain(position) in {"a", "un", "una", "an", "unos", "unas", "few", "couple"}:
            number, end = 1, position + 1
        unit = self.marks.at(end, "time", "day", "week", "fortnight", "month", "year") if number else None
        if not unit or not number:
            return None
        unit_end = unit.end
        behind = self.marks.at(unit_end, "time", "next", "last")
        which = before.value.value if before else behind.value.value if behind else None
        if which is None:
            return None
        length = timedelta(days=number * {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}[unit.value.value])
        end = behind.end if behind and not before else unit_end
        first, last = (self.today - length, self.today) if which == "last" else (self.today, self.today + length)
        return Located(first, last, i, end, weight=2)

    def _weekday(self, i: int) -> Located | None:
        shift = self.marks.at(i, "time", "this", "next", "last")
        entry = self.marks.at(shift.end if shift else i, "weekdays")
        if not entry:
            return None
        behind = self.marks.at(entry.end, "time", "next", "last")
        which = shift.value.value if shift else behind.value.value if behind else None
        ahead = (int(entry.value.value) - 1 - self.today.weekday()) % 7
        day = self.today + timedelta(days=ahead - 7 if which == "last" else ahead or (7 if which == "next" else 0))
        return Located(day, day, i, behind.end if behind else entry.end, is_day=True, weight=2)

    def _day(self, i: int, *, bare: bool = False) -> Located | None:
        """ "el 8", "the 15th": this month's if it has not passed, else the next one's."""
        word = self.marks.plain(i)
        match = _DAY.match(word)
        behind_article = self.marks.plain(i - 1) in {"el", "the", "al", "del", "dia"}
        if not match or not 1 <= int(match.group(1)) <= 31 or not (bare or behind_article or not word.isdigit()):
            return None
        if self.marks.at(i + 1, "time", *_UNITS) or i in self.used or (word.isdigit() and not self._ends_clause(i)):
            return None
        number = int(match.group(1))
        past = self.marks.has("marks", "past") and not self.marks.has("time", "before", "until", "here", "rest")
        second = self._number(i + 2) if self.marks.plain(i + 1) in {"y", "and", "al", "to", "e"} else None
        for shift in (0, -1) if past else (0, 1):
            first, _ = calendar.month(self.today.year, self.today.month + shift)
            day = calendar.day(first.year, first.month, number)
            if day and (day <= self.today if past else day >= self.today):
                last = calendar.day(first.year, first.month, second) if second and second > number else None
                return Located(day, last or day, i, i + 3 if last else i + 1, is_day=last is None)
        return None

    def _ends_clause(self, i: int) -> bool:
        """A number before a noun counts things ("los 12 países")."""
        following = self.marks.plain(i + 1)
        return not following or not following.isalpha() or (self.marks.is_common(i + 1) and not self.marks.at(i + 1, "organs"))

    def _year(self, i: int) -> Located | None:
        if not _YEAR.match(self.marks.plain(i)) or i in self.used:
            return None
        year = int(self.marks.plain(i))
        return Located(*calendar.months(year, 1, 12), i, i + 1)
