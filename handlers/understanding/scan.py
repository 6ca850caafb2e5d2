"""Reading dates from a row of words: what every kind of date needs to look at."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from handlers.understanding import calendar
from handlers.understanding.calendar import Span
from handlers.understanding.marking import Marks

DAY: Final = re.compile(r"^(\d{1,2})(?:st|nd|rd|th|ro|do|er|vo|to|mo|o)?$")
SHIFTS: Final = {"this": 0, "next": 1, "last": -1}
YEAR: Final = re.compile(r"^20\d\d$")
FAR_AHEAD: Final = 4
"""Months ahead from which a month that is spoken of as past is last year's."""
FAR_BEHIND: Final = 6
"""Months behind from which a month that is not spoken of as past is next year's."""


@dataclass(frozen=True, slots=True)
class Located:
    """Days, and the words that name them: from ``start`` to ``end``, exclusive.

    ``closes`` marks the end of a longer span ("end of August"); ``any_year`` that no year was typed; of several
    spans the one of the greatest ``weight`` counts.
    """

    first: date
    last: date
    start: int
    end: int
    is_day: bool = False
    closes: bool = False
    any_year: bool = False
    weight: int = 1


class Scan:
    """A question's words, the day on which it is asked, and the words that belong to something else."""

    def __init__(self, marks: Marks, today: date, used: frozenset[int]) -> None:
        self.marks, self.today, self.used = marks, today, used

    def skip(self, i: int) -> int:
        """The next word that is no link of a date."""
        while (self.marks.links(i, "date") and not self._shifts(i)) or (
            self.marks.links(i, "month_word") and self.month_at(i + 2)
        ):
            i += 1
        return i

    def _shifts(self, i: int) -> bool:
        """Whether "this", "next", "last" stand here before their unit: "the next month"."""
        shift = self.marks.at(i, "time", *SHIFTS)
        return bool(shift and self.marks.at(shift.end, "time", *MONTHS, "week", "weekend", "fortnight"))

    def number(self, i: int) -> tuple[int, int] | None:
        """A number in digits or words, and the word behind it; "a" and "one" count as articles."""
        match = DAY.match(self.marks.plain(i))
        if match:
            return int(match.group(1)), i + 1
        if self.marks.links(i, "one"):
            return None
        entries = [e for s in ("numbers", "ordinals") if (e := self.marks.at(i, s)) and int(e.value.value) > 0]
        longest = max(entries, key=lambda e: e.end, default=None)
        return (int(longest.value.value), longest.end) if longest else None

    def month_at(self, i: int) -> tuple[int, int] | None:
        """A month's number, and the word behind it."""
        entry = self.marks.at(i, "months")
        return (int(entry.value.value), entry.end) if entry and i not in self.used else None

    def _year_said(self, i: int) -> tuple[int, int] | None:
        """As in "del año en curso", "of this year", "del próximo año"."""
        ahead = self.skip(i)
        before = self.marks.at(ahead, "time", *SHIFTS)
        found = self.marks.at(before.end if before else ahead, "time", "year")
        which = before or (self.marks.at(found.end, "time", *SHIFTS) if found else None)
        if found is None or which is None:
            return None
        return self.today.year + SHIFTS[which.value.value], found.end if before else which.end

    def year_at(self, i: int) -> tuple[int, int] | None:
        """A year that follows, with or without "de", and the word behind it."""
        ahead = i + 1 if self.marks.links(i, "of") else i
        word = self.marks.plain(ahead)
        if YEAR.match(word) and ahead not in self.used:
            return int(word), ahead + 1
        short = ahead < len(self.marks.words) and self.marks.text[self.marks.words[ahead].start - 1] in "'’"
        if re.fullmatch(r"[12]\d", word) and (short or self.marks.plain(i) == "del"):
            return 2000 + int(word), ahead + 1
        return self._year_said(i)

    def year_of(self, month: int) -> int:
        """The year of a month that was named without one."""
        marks, year = self.marks, self.today.year
        past = marks.has("marks", "past")
        ahead = marks.has("marks", "future") or marks.has("time", "before", "until", "here", "rest", "next")
        if past and not ahead and month >= self.today.month + FAR_AHEAD:
            return year - 1
        return year + 1 if not past and month < self.today.month - FAR_BEHIND else year

    def dash_before(self, i: int) -> bool:
        """Whether nothing but a dash or a slash ties a word to the one before."""
        if not 0 < i < len(self.marks.words):
            return False
        return self.marks.text[self.marks.words[i - 1].end : self.marks.words[i].start].strip() in {"-", "–", "—", "/"}

    def shifted(self, unit: str, shift: int) -> Span:
        """The week, month … of today, or one before or after."""
        today = self.today
        if unit == "week":
            return calendar.week(today, shift)
        if unit == "weekend":
            return calendar.weekend(today, shift)
        if unit == "fortnight":
            return calendar.fortnight(today, shift)
        length = MONTHS[unit]
        index = (today.year * 12 + today.month - 1) // length + shift
        return calendar.months(index * length // 12, index * length % 12 + 1, length)


MONTHS: Final = {"month": 1, "quarter": 3, "semester": 6, "year": 12}
