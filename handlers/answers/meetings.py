"""Meetings: the next one, those of a place, a kind or a time."""

from dataclasses import replace
from datetime import date
from typing import Final

from data.model import Meeting
from handlers.answers.desk import Desk
from handlers.answers.findings import about
from handlers.answers.naming import acting
from handlers.answers.pages import more_choice, numbered, page_of, pages
from handlers.answers.suggestions import suggestions
from handlers.answers.timing import meeting_days, meeting_span, period_text
from handlers.answers.wording import capitalised, discrepancies, said
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Aspect, Intent, Order, Period, Query, Status
from i18n import names

YEARS_BACK: Final = 15
"""How far back a day that is spoken of as past may lie."""


def answer(query: Query, desk: Desk) -> Reply:
    """The meetings of a question."""
    found = meetings_of(query, desk)
    if not found and query.order is Order.NEXT and query.period and query.period.meets(desk.today, desk.today):
        # "Now in April, which is the next one?"
        found = meetings_of(replace(query, period=None), desk)
    if not found:
        return _nothing(query, desk)
    if len(found) == 1:
        return _one(found[0], query, desk)
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
    # An event without a date is meant only where no other is.
    fitting = desk.occasions.of_kinds([m for m in every if m.start], query.kinds)
    if topic and not any(desk.occasions.speaks_of(m, topic) for m in fitting):
        fitting = every
    if query.period is not None:
        within = _within(fitting, query.period)
        if query.period.any_year and not desk.occasions.matching(within, topic):
            # Of another year: what fits the subject counts, not what else lies in that month.
            within = _within_other_year(desk.occasions.matching(fitting, topic), query)
        fitting = within
    fitting = desk.occasions.of_party(desk.occasions.matching(fitting, topic), query.parties)
    if query.kinds and len(fitting) > 1:
        fitting = desk.occasions.hosted(fitting, query.parties) or fitting
    dated = [m for m in fitting if meeting_span(m) is not None]
    return _ordered(query, dated if dated or not named else fitting, named, desk)


def _ordered(query: Query, meetings: list[Meeting], named: bool, desk: Desk) -> list[Meeting]:
    ahead = [m for m in meetings if _last_day(m) >= desk.today]
    behind = [m for m in meetings if _last_day(m) < desk.today]
    if query.order is Order.NEXT:
        return ahead[:1]
    if query.order is Order.LAST and named and ahead and not query.past:
        return meetings[-1:]
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


def _within_other_year(meetings: list[Meeting], query: Query) -> list[Meeting]:
    """A month or day named without its year: in the year before or after; far back where it is spoken of as past."""
    period = query.period
    if period is None:
        return []
    far = query.past or period.first == period.last
    for shift in (-1, 1, *(range(-2, -YEARS_BACK, -1) if far else ())):
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


def _one(meeting: Meeting, query: Query, desk: Desk) -> Reply:
    t = desk.texts
    when, where = capitalised(meeting_days(meeting, desk)), capitalised(_where(meeting, desk))
    # Who is expected is no participant: only a document that reports the meeting says who came.
    span = meeting_span(meeting)
    held = meeting.reported and span is not None and span[0] <= desk.today
    form = t.gettext("Participants: {parties}") if held else t.gettext("Concerns: {parties}")
    who = form.format(parties=acting(meeting.parties, desk)) if meeting.parties else ""
    lead = f"{where} · {when}" if query.aspect is Aspect.WHERE else f"{when} · {where}"
    lines = [Line(Style.LEAD, lead), Line(Style.TEXT, said(meeting.title, desk))]
    if who:
        lines.insert(0 if query.aspect is Aspect.WHO else len(lines), Line(Style.TEXT, who))
    if span and span[1] < desk.today:
        lines.append(Line(Style.TEXT, _held(meeting, desk)))
    if meeting.note:
        lines.append(Line(Style.NOTE, said(meeting.note, desk)))
    notes, others = discrepancies([meeting.id], desk)
    lines += notes
    sources = t.ngettext("Source:", "Sources:", len(meeting.sources))
    lines.append(Line(Style.NOTE, sources, meeting.sources))
    choices = tuple(Choice(source, source) for source in meeting.sources[:3])
    return Reply(
        Intent.MEETINGS,
        desk.language,
        tuple(lines),
        (meeting.id,),
        tuple(o for o in others if o != meeting.id),
        choices,
    )


def _held(meeting: Meeting, desk: Desk) -> str:
    t = desk.texts
    if not meeting.reported:
        return t.gettext("No document on record says whether it took place.")
    return t.gettext("Reported as held by {documents}.").format(
        documents=names.listing(meeting.reported, desk.language)
    )


def _where(meeting: Meeting, desk: Desk) -> str:
    t = desk.texts
    if meeting.virtual:
        return t.gettext("virtual")
    return said(meeting.place, desk) if meeting.place else t.gettext("place not on record")


def _line(meeting: Meeting, desk: Desk) -> Line:
    """A meeting in a list: when, what, and where, unless its title says so."""
    title, where = said(meeting.title, desk), _where(meeting, desk)
    known = where.split(",")[0].casefold() in title.casefold()
    text = f"{capitalised(meeting_days(meeting, desk))}: {title}"
    return Line(Style.ITEM, text if known else f"{text} · {where}", meeting.sources[:2])


def _several(found: list[Meeting], query: Query, desk: Desk) -> Reply:
    t, n = desk.texts, len(found)
    text = t.ngettext("{n} meeting on record", "{n} meetings on record", n).format(n=n)
    if query.period is not None:
        text = f"{text}, {period_text(query.period, desk)}"
    elif query.page == 1:
        text = _answering(found, query, desk) or text
    if query.page > 1:
        text = numbered(text, query.page, pages(n), desk)
    page = page_of(found, query.page)
    notes, others = discrepancies([m.id for m in page], desk, most=1)
    records = tuple(m.id for m in found)
    choices = (
        *more_choice(n, query.page, desk),
        *(Choice(capitalised(meeting_days(m, desk, far=False)), m.id) for m in page[:2]),
    )
    lines = (Line(Style.LEAD, text), *(_line(meeting, desk) for meeting in page), *notes)
    return Reply(Intent.MEETINGS, desk.language, lines, records, tuple(o for o in others if o not in records), choices)


_FEW = 3


def _answering(found: list[Meeting], query: Query, desk: Desk) -> str:
    """The days and places of a few, or the next of many, as the first line; empty where neither is known."""
    t, n = desk.texts, len(found)
    if n <= _FEW:
        each = [(meeting_days(m, desk, far=False), _where(m, desk)) for m in found]
        form = "{1} ({0})" if query.aspect is Aspect.WHERE else "{0} ({1})"
        return capitalised(names.listing([form.format(*both) for both in each], desk.language))
    ahead = [m for m in found if (span := meeting_span(m)) and span[1] >= desk.today]
    if len(ahead) < n:
        return ""
    text = t.ngettext("{n} meeting ahead; next: {when}", "{n} meetings ahead; next: {when}", n)
    return text.format(n=n, when=meeting_days(found[0], desk))


def _nothing(query: Query, desk: Desk) -> Reply:
    t = desk.texts
    subject = about(query, desk)
    last = meetings_of(replace(query, period=None, order=Order.LAST), desk) if not query.unknown else []
    if query.period is not None:
        text = t.gettext("No meeting on record ({period}).").format(period=period_text(query.period, desk))
    elif subject and not last:
        text = t.gettext("No meeting on record about {subject}.").format(subject=subject)
    else:
        text = t.gettext("No meeting ahead on record.")
    lines = [Line(Style.LEAD, text)]
    if last:
        lines += [Line(Style.HEADING, t.gettext("The last one on record")), _line(last[-1], desk)]
    return Reply(
        Intent.MEETINGS, desk.language, tuple(lines), (), tuple(m.id for m in last[-1:]), suggestions(query, desk)
    )
