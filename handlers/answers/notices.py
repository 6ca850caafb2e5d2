"""A wish to be reminded: what it is about, and from where notices come."""

from dataclasses import replace

from handlers.answers import due, meetings
from handlers.answers.desk import Desk
from handlers.answers.suggestions import suggestions
from handlers.reply import Line, Reply, Style
from handlers.understanding.reading import Intent, Query


def answer(query: Query, desk: Desk) -> Reply:
    """What the notice would be about. This channel sends none, and says so first."""
    t = desk.texts
    lead = Line(Style.LEAD, t.gettext("No reminders are sent from here. What is on record:"))
    alone = Line(Style.LEAD, t.gettext("No reminders are sent from here."))
    subject = _subject(query, desk)
    if subject is None or not subject.records:
        return Reply(Intent.NOTICES, desk.language, (alone,), choices=suggestions(query, desk))
    return Reply(Intent.NOTICES, desk.language, (lead, *subject.lines), subject.records, subject.also, subject.choices)


def _subject(query: Query, desk: Desk) -> Reply | None:
    if query.agreements or query.parties:
        return due.answer(query, desk)
    if query.meetings or query.kinds or any(desk.occasions.knows(term) for term in query.topic):
        # "A week before the plenary" says when to remind, not which plenary.
        return meetings.answer(replace(query, period=None), desk)
    return due.answer(query, desk) if query.topic or query.period else None
