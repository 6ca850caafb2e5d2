"""Meetings: the next one, those of a place, a kind or a time."""

from dataclasses import replace
from datetime import date

from data.model import Meeting
from handlers.answers.desk import Desk
from handlers.answers.findings import about
from handlers.answers.pages import more_choice, page_of
from handlers.answers.wording import (
    capitalised,
    discrepancies,
    meeting_days,
    meeting_span,
    parties_named,
    period_text,
    said,
)
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Order, Period, Query, Status
from i18n import names


def answer(query: Query, desk: Desk) -> Reply:
    """The meetings of a question."""
    found = meetings_of(query, desk)
    if not found:
        return _nothing(query, desk)
    if len(found) == 1:
        return _one(found[0], desk)
    return _several(found, query, desk)


def meetings_of(query: Query, desk: Desk) -> list[Meeting]:
    """Which meetings are meant, by date."""
    every = sorted(desk.directory.meetings.values(), key=_order_key)
    if query.meetings:
        return [meeting for meeting in every if meeting.id in query.meetings]
    topic = {term: weight for term, weight in query.topic.items() if desk.occasions.knows(term)}
    if query.unknown and not topic and not query.kinds:
        return []
    named = bool(topic or query.kinds)
    fitting = desk.occasions.of_kinds(every, query.kinds)
    if query.period is not None:
        within = _within(fitting, query.period)
        fitting = within or (_within_other_year(fitting, query.period) if query.period.any_year else [])
    fitting = desk.occasions.of_party(desk.occasions.matching(fitting, topic), query.parties)
    dated = [m for m in fitting if meeting_span(m) is not None]
    return _ordered(query, dated if dated or not named else fitting, named, desk)


def _ordered(query: Query, meetings: list[Meeting], named: bool, desk: Desk) -> list[Meeting]:
    ahead = [m for m in meetings if _last_day(m) >= desk.today]
    behind = [m for m in meetings if _last_day(m) < desk.today]
    if query.order is Order.NEXT:
        return ahead[:1]
    if query.order in (Order.LAST, Order.PREVIOUS) and behind:
        return behind[-1:]
    if query.order is Order.FIRST:
        return meetings[:1]
    if query.status is Status.UPCOMING:
        return ahead
    if query.period is not None or named:
        return meetings
    if query.past:
        return behind
    return ahead


def _within(meetings: list[Meeting], period: Period) -> list[Meeting]:
    return [m for m in meetings if (span := meeting_span(m)) and period.meets(*span)]


def _within_other_year(meetings: list[Meeting], period: Period) -> list[Meeting]:
    """A month or day named without its year, in the year before or after."""
    for shift in (-1, 1):
        moved = Period(_shifted(period.first, shift), _shifted(period.last, shift))
        within = _within(meetings, moved)
        if within:
            return within
    return []


def _shifted(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _order_key(meeting: Meeting) -> tuple[date, str]:
    span = meeting_span(meeting)
    return (span[0] if span else date.max, meeting.id)


def _last_day(meeting: Meeting) -> date:
    span = meeting_span(meeting)
    return span[1] if span else date.max


def _one(meeting: Meeting, desk: Desk) -> Reply:
    t = desk.texts
    where = _where(meeting, desk)
    lines = [
        Line(Style.LEAD, f"{capitalised(meeting_days(meeting, desk))} · {where}"),
        Line(Style.TEXT, said(meeting.title, desk)),
    ]
    if meeting.parties:
        lines.append(Line(Style.ITEM, t.gettext("Takes part: {parties}").format(parties=parties_named(meeting.parties, desk))))
    span = meeting_span(meeting)
    if span and span[1] < desk.today:
        lines.append(Line(Style.ITEM, _held(meeting, desk)))
    if meeting.note:
        lines.append(Line(Style.NOTE, said(meeting.note, desk)))
    notes, others = discrepancies([meeting.id], desk)
    lines += notes
    lines.append(Line(Style.NOTE, t.gettext("Source:"), meeting.sources))
    choices = tuple(Choice(source, source) for source in meeting.sources[:3])
    return Reply(
        Intent.MEETINGS, desk.language, tuple(lines), (meeting.id,), tuple(o for o in others if o != meeting.id), choices
    )


def _held(meeting: Meeting, desk: Desk) -> str:
    t = desk.texts
    if not meeting.reported:
        return t.gettext("No document on record says whether it took place.")
    return t.gettext("Reported as held by {documents}.").format(documents=names.listing(meeting.reported, desk.language))


def _where(meeting: Meeting, desk: Desk) -> str:
    t = desk.texts
    if meeting.virtual:
        return t.gettext("virtual")
    return said(meeting.place, desk) if meeting.place else t.gettext("place not on record")


def _several(found: list[Meeting], query: Query, desk: Desk) -> Reply:
    t = desk.texts
    n = len(found)
    text = t.ngettext("{n} meeting", "{n} meetings", n).format(n=n)
    if query.period is not None:
        text = f"{text}, {period_text(query.period, desk)}"
    page = page_of(found, query.page)
    lines = [Line(Style.LEAD, text)]
    for meeting in page:
        item = f"{capitalised(meeting_days(meeting, desk))}: {said(meeting.title, desk)} · {_where(meeting, desk)}"
        lines.append(Line(Style.ITEM, item, meeting.sources[:2]))
    notes, others = discrepancies([m.id for m in page], desk, most=1)
    records = tuple(m.id for m in found)
    choices = (*more_choice(n, query.page, desk), *(Choice(m.id, m.id) for m in page[:2]))
    return Reply(
        Intent.MEETINGS, desk.language, (*lines, *notes), records, tuple(o for o in others if o not in records), choices
    )


def _nothing(query: Query, desk: Desk) -> Reply:
    t = desk.texts
    subject = about(query, desk)
    last = meetings_of(replace(query, period=None, order=Order.LAST), desk) if not query.unknown else []
    if query.period is not None:
        text = t.gettext("No meeting on record, {period}.").format(period=period_text(query.period, desk))
    elif subject and not last:
        text = t.gettext("No meeting on record about {subject}.").format(subject=subject)
    else:
        text = t.gettext("No meeting ahead on record.")
    lines = [Line(Style.LEAD, text)]
    if last:
        lines.append(Line(Style.HEADING, t.gettext("The last one on record")))
        lines += [
            Line(Style.ITEM, f"{capitalised(meeting_days(m, desk))}: {said(m.title, desk)} · {_where(m, desk)}", m.sources[:2])
            for m in last[-1:]
        ]
    return Reply(Intent.MEETINGS, desk.language, tuple(lines), (), tuple(m.id for m in last[-1:]))

