"""When things are, as the documents have it: limits, ranges, months, marks, and how far off it is."""

from datetime import date, timedelta
from typing import Final

from data.model import Certainty, Due, DueKind, Meeting, Precision
from handlers.answers.desk import Desk
from handlers.answers.wording import said
from handlers.understanding.reading import Period
from i18n import dates

_LONG_AGO: Final = 365
"""After so many days the year says enough; a count of days would only alarm."""
_NEAR: Final = 7
_MONTH: Final = len("2017-11")


def due_text(due: Due | None, desk: Desk, *, late: bool = False, far: bool = True) -> str:
    """When something is due: "by 8 September (in 69 days)", "7–8 July, tentative (in 6 days, from Friday)".

    ``late`` says that a limit has passed without a delivery on record; ``far`` adds how far off it is.
    """
    if due is None:
        return desk.texts.gettext("no date")
    if due.end is None:
        return _anchored(due, desk)
    when = _day_text(due, desk)
    mark = _certainty(due.certainty, desk)
    distance = _until(due, desk, late=late) if far else ""
    return f"{when}{f', {mark}' if mark else ''}{f' ({distance})' if distance else ''}"


def anchor_text(due: Due | None, desk: Desk) -> str:
    """What stands for a date where there is none: "every year", "before: the Global Forum"; may be empty."""
    if due is None or due.end is not None:
        return ""
    t = desk.texts
    if due.kind is DueKind.RECURRING:
        return t.gettext("every year") if due.every == "P1Y" else t.gettext("recurring")
    event = _event(due, desk)
    if not event:
        return ""
    form = t.gettext("before: {event}") if due.kind is DueKind.BEFORE else t.gettext("at: {event}")
    return form.format(event=event)


def _anchored(due: Due, desk: Desk) -> str:
    t, anchor = desk.texts, anchor_text(due, desk)
    if due.kind is DueKind.RECURRING:
        return anchor
    return t.gettext("no date, {anchor}").format(anchor=anchor) if anchor else t.gettext("no date")


def _event(due: Due, desk: Desk) -> str:
    if isinstance(due.event, str):
        meeting = desk.directory.meetings.get(due.event)
        return said(meeting.title, desk) if meeting else due.event
    return said(due.event, desk) if due.event else ""


def _day_text(due: Due, desk: Desk) -> str:
    t, language, today = desk.texts, desk.language, desk.today
    last = due.end or today
    first = due.start or last
    limit = due.kind is DueKind.BY
    if due.kind is DueKind.BEFORE:
        return t.gettext("before {day}").format(day=dates.day(last + timedelta(1), language, today))
    if due.precision is Precision.WEEK:
        week = dates.week(first, last, language, today)
        # Translators: {week} is "week of 3–9 July".
        return t.gettext("by the {week}").format(week=week) if limit else week
    if due.precision is Precision.MONTH:
        month = dates.month(last, language, today)
        return t.gettext("by the end of {month}").format(month=month) if limit else month
    if due.precision is Precision.SEMESTER and not limit:
        form = t.gettext("first half of {year}") if last.month <= 6 else t.gettext("second half of {year}")
        return form.format(year=last.year)
    if limit:
        return t.gettext("by {day}").format(day=dates.day(last, language, today))
    return dates.days(first, last, language, today)


def _until(due: Due, desk: Desk, *, late: bool) -> str:
    """How far off, by what binds: the limit where there is one, else the first day."""
    t, today = desk.texts, desk.today
    last = due.end or today
    first = due.start or last
    limit = due.kind in (DueKind.BY, DueKind.BEFORE)
    days = (last - today).days
    if days < -_LONG_AGO:
        return ""
    if days < 0 and due.kind is DueKind.BY and late:
        return dates.late(-days, desk.language)
    if days < 0 and due.kind is DueKind.BEFORE:
        return dates.relative(days + 1, desk.language) if days < -1 else ""
    if days < 0:
        return dates.relative(days, desk.language)
    if due.kind is DueKind.BEFORE or (limit and due.precision is Precision.WEEK):
        # Translators: in brackets behind a limit, on its last day.
        return t.ngettext("{n} day left", "{n} days left", days).format(n=days) if days else t.gettext("last day today")
    if due.precision in (Precision.MONTH, Precision.SEMESTER):
        return t.gettext("now") if first <= today else ""
    return distance(last if limit else first, last, desk)


def distance(first: date, last: date, desk: Desk) -> str:
    """How far days lie from today, with the weekday where they are near; empty where they are long past."""
    t, today = desk.texts, desk.today
    if first <= today <= last and first != last:
        return t.gettext("now")
    days = ((first if first > today else last) - today).days
    if days < -_LONG_AGO:
        return ""
    text = dates.relative(days, desk.language)
    if abs(days) > _NEAR:
        return text
    if first == last:
        return f"{text}, {dates.weekday(first, desk.language)}"
    if days > 0:
        # Translators: of several days, the first is a {weekday}; {far} is "in 6 days".
        return t.gettext("{far}, from {weekday}").format(far=text, weekday=dates.weekday(first, desk.language))
    return text


def _certainty(certainty: Certainty, desk: Desk) -> str:
    t = desk.texts
    return {
        Certainty.FIRM: "",
        # Translators: a date that the document only proposes.
        Certainty.TENTATIVE: t.gettext("tentative"),
        # Translators: a date that no document gives; it follows from others.
        Certainty.INFERRED: t.gettext("date inferred"),
    }[certainty]


def meeting_days(meeting: Meeting, desk: Desk, *, far: bool = True) -> str:
    """When a meeting is: "26–27 September (in 87 days)", "November (day not on record)", "no date"."""
    t = desk.texts
    span = meeting_span(meeting)
    if span is None or meeting.start is None:
        return t.gettext("no date")
    if len(meeting.start) == _MONTH:
        month = dates.month(span[0], desk.language, desk.today)
        return t.gettext("{month} (day not on record)").format(month=month) if far else month
    mark = _certainty(meeting.certainty, desk)
    off = distance(*span, desk) if far else ""
    text = dates.days(*span, desk.language, desk.today)
    return f"{text}{f', {mark}' if mark else ''}{f' ({off})' if off else ''}"


def meeting_span(meeting: Meeting) -> tuple[date, date] | None:
    """First and last day; a whole month where only that is known; None without a date."""
    if meeting.start is None:
        return None
    if len(meeting.start) == _MONTH:
        first = date.fromisoformat(meeting.start + "-01")
        return first, _month_end(first)
    return date.fromisoformat(meeting.start), date.fromisoformat(meeting.end or meeting.start)


def _month_end(first: date) -> date:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def period_text(period: Period, desk: Desk) -> str:
    """A period as it was understood: "July", "until 15 August", "tomorrow, 7 July", "from 9 September"."""
    t, language, today = desk.texts, desk.language, desk.today
    first, last = period.first, period.last
    if last and (first is None or (first == today and last > today)):
        return t.gettext("until {day}").format(day=dates.day(last, language, today))
    if first and last:
        if first.day == 1 and last == _month_end(first):
            return dates.month(first, language, today)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return str(first.year)
        text = dates.days(first, last, language, today)
        near = first == last and abs((first - today).days) <= 1
        return f"{dates.relative((first - today).days, language)}, {text}" if near else text
    return t.gettext("from {day}").format(day=dates.day(first, language, today)) if first else ""
