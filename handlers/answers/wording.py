"""How facts are said: parties, due dates, certainty, sources. Used by every answer."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.model import Certainty, Due, DueKind, Meeting, Party, PartyKind, Precision, Strength, Text
from handlers.answers.desk import Desk
from handlers.reply import Line, Style
from handlers.understanding.reading import Period
from i18n import dates, names


def said(text: Text, desk: Desk) -> str:
    """A record's words in the language of the answer."""
    return text[desk.language]


def party_name(code: str, desk: Desk) -> str:
    """A party as a phone line shows it."""
    party = desk.directory.parties.get(code)
    if party is None or party.short is None:
        return state_name(code, desk)
    return said(party.short, desk)


def state_name(code: str, desk: Desk) -> str:
    """A state's name; the Holy See by the name that the field uses."""
    t = desk.texts
    return t.gettext("the Vatican") if code == "VA" else names.state(code, desk.language)


def parties_named(codes: Iterable[str], desk: Desk) -> str:
    """Several parties in one phrase."""
    return names.listing([party_name(code, desk) for code in codes], desk.language)


def is_state(party: Party | None) -> bool:
    """Whether a party is a state."""
    return party is not None and party.kind is PartyKind.STATE


def capitalised(text: str) -> str:
    """With a capital at the start of a line."""
    return text[:1].upper() + text[1:]


def due_text(due: Due | None, desk: Desk) -> str:
    """When something is due, as the document has it: "by 8 September (in 69 days)", "7–8 July, tentative"."""
    t = desk.texts
    if due is None:
        return t.gettext("no date")
    if due.end is None:
        return _anchored(due, desk)
    when = _day_text(due, desk)
    marks = [mark for mark in (_certainty(due.certainty, desk),) if mark]
    return ", ".join([f"{when} ({distance(due.start, due.end, desk)})", *marks])


def _day_text(due: Due, desk: Desk) -> str:
    t, language, today = desk.texts, desk.language, desk.today
    first, last = due.start or due.end, due.end
    if first is None or last is None:
        return t.gettext("no date")
    if due.precision is Precision.WEEK:
        span = dates.week(first, last, language, today)
        return t.gettext("by the {week}").format(week=span) if due.kind is DueKind.BY else span
    if due.precision is Precision.MONTH:
        return dates.month(last, language, today)
    span = dates.days(first, last, language, today)
    if due.kind is DueKind.BY:
        return t.gettext("by {day}").format(day=span)
    if due.kind is DueKind.BEFORE:
        return t.gettext("until {day}").format(day=span)
    return span


def _anchored(due: Due, desk: Desk) -> str:
    t = desk.texts
    if due.kind is DueKind.RECURRING:
        return t.gettext("every year") if due.every == "P1Y" else t.gettext("recurring")
    event = due.event
    if isinstance(event, str):
        meeting = desk.directory.meetings.get(event)
        anchor = said(meeting.title, desk) if meeting else event
    else:
        anchor = said(event, desk) if event else ""
    if not anchor:
        return t.gettext("no date")
    if due.kind is DueKind.BEFORE:
        return t.gettext("before: {event}; no date").format(event=anchor)
    return t.gettext("at: {event}; no date").format(event=anchor)


def distance(first: date | None, last: date, desk: Desk) -> str:
    """How far a date lies from today: to its first day ahead, from its last day behind."""
    start = first or last
    if start <= desk.today <= last and start != last:
        return desk.texts.gettext("now")
    days = (start if start > desk.today else last) - desk.today
    return dates.relative(days.days, desk.language)


def _certainty(certainty: Certainty, desk: Desk) -> str:
    t = desk.texts
    return {
        Certainty.FIRM: "",
        Certainty.TENTATIVE: t.gettext("tentative"),
        Certainty.INFERRED: t.gettext("inferred"),
    }[certainty]


def strength_text(strength: Strength, desk: Desk) -> str:
    """What the document's verb makes of a duty; empty for a plain commitment."""
    t = desk.texts
    return {
        Strength.COMMITS: "",
        Strength.SHOULD: t.pgettext("strength", "should"),
        Strength.PROPOSES: t.pgettext("strength", "proposal"),
        Strength.INVITES: t.pgettext("strength", "invitation"),
        Strength.ASKS: t.pgettext("strength", "request"),
        Strength.ACCEPTS: t.pgettext("strength", "accepted request"),
        Strength.WISHES: t.pgettext("strength", "wish"),
        Strength.TAKES_NOTE: t.pgettext("strength", "taken note of"),
        Strength.REPORTS: t.pgettext("strength", "reported"),
    }[strength]


def meeting_days(meeting: Meeting, desk: Desk) -> str:
    """When a meeting is: "26–27 September", "November 2017, day unknown", "no date"."""
    t = desk.texts
    span = meeting_span(meeting)
    if span is None or meeting.start is None:
        return t.gettext("no date")
    if len(meeting.start) == len("2017-11"):
        return t.gettext("{month} (day not on record)").format(month=dates.month(span[0], desk.language, desk.today))
    text = f"{dates.days(*span, desk.language, desk.today)} ({distance(*span, desk)})"
    mark = _certainty(meeting.certainty, desk)
    return f"{text}, {mark}" if mark else text


def meeting_span(meeting: Meeting) -> tuple[date, date] | None:
    """First and last day; a whole month where only that is known; None without a date."""
    if meeting.start is None:
        return None
    if len(meeting.start) == len("2017-11"):
        first = date.fromisoformat(meeting.start + "-01")
        return first, _month_end(first)
    return date.fromisoformat(meeting.start), date.fromisoformat(meeting.end or meeting.start)


def _month_end(first: date) -> date:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def period_text(period: Period, desk: Desk) -> str:
    """A period as it was understood: "1–31 July", "until 15 August", "from 9 September"."""
    t, language, today = desk.texts, desk.language, desk.today
    if period.first and period.last:
        if period.first == today and period.last > today:
            return t.gettext("until {day}").format(day=dates.day(period.last, language, today))
        return dates.days(period.first, period.last, language, today)
    if period.last:
        return t.gettext("until {day}").format(day=dates.day(period.last, language, today))
    if period.first:
        return t.gettext("from {day}").format(day=dates.day(period.first, language, today))
    return ""


def discrepancies(ids: Sequence[str], desk: Desk, most: int = 2) -> tuple[list[Line], tuple[str, ...]]:
    """Where documents disagree about these records: lines that say so, and the records of the other side."""
    found = {d.id: d for id_ in ids for d in desk.directory.discrepancies_about(id_)}
    lines = [
        Line(Style.NOTE, desk.texts.gettext("Documents differ: {says}").format(says=said(d.says, desk)))
        for d in list(found.values())[:most]
    ]
    others = tuple(dict.fromkeys(o for d in found.values() for o in d.about if o not in ids))
    return lines, others


def quoted(words: Iterable[str], desk: Desk) -> str:
    """Words as they were typed, in quotes."""
    t = desk.texts
    return names.listing([t.gettext("“{word}”").format(word=word) for word in words], desk.language)
