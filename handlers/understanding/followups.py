"""Questions that lean on what came before: "¿y México?", "and the one after that?", "what about September"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from data.directory import Directory
from data.model import PartyKind
from handlers.understanding import calendar
from handlers.understanding.counterparts import Counterparts
from handlers.understanding.evidence import STRONG
from handlers.understanding.pointers import Pointers
from handlers.understanding.reading import Courtesy, Intent, Period, Query, Reading
from handlers.understanding.replacements import replaced
from handlers.understanding.subjects import HARD
from handlers.understanding.thread import Context

_OF_PARTIES = (Intent.DUE, Intent.DELIVERIES, Intent.PARTIES)
_OF_PAPERS = (Intent.AGREEMENTS, Intent.DOCUMENTS)


class FollowUps:
    """Completes a query from its context; made once for a directory."""

    def __init__(self, directory: Directory, related: Callable[[str], Sequence[str]]) -> None:
        """``related`` gives the agreements that repeat one, or that it repeats."""
        self._directory = directory
        self._counterparts = Counterparts(directory, related)
        self._steps = (
            self._counterparts.same_number,
            self._counterparts.item,
            *Pointers(directory).steps(),
            self._instead,
        )

    def complete(self, reading: Reading, context: Context | None) -> Query:
        """The query with what it leaves to the context; the query itself where it leaves nothing."""
        query = reading.query
        if (
            context is None
            or reading.refused
            or (
                query.courtesy in (Courtesy.THANKS, Courtesy.GREETING)
                and not (reading.again or reading.other or reading.number or reading.move)
            )
        ):
            return query
        for step in self._steps:
            completed = step(reading, context)
            if completed is not None:
                return completed
        return self._same_party(reading, context) or query

    def _instead(self, reading: Reading, context: Context) -> Query | None:
        """One part replaced, where a question says too little to stand alone."""
        query, before = reading.query, context.query
        if reading.places and not query.documents and before.intent in _OF_PAPERS:
            query = replace(query, documents=reading.places, parties=(), topic={}, words=())
        if before.intent in _OF_PARTIES and not query.parties and reading.seats:
            query = replace(query, parties=reading.seats, unknown=())
        query = self._beside(reading, query, before)
        elliptical = reading.begins or reading.same or reading.cue < STRONG or query.intent is Intent.NONE
        if not elliptical or query.agreements or query.meetings or _own_question(reading, context):
            return None
        named = query.parties or query.outsiders or query.documents or query.period
        if query.courtesy is Courtesy.OFF_TOPIC and not named:
            return None
        if query.everybody and before.intent is Intent.DUE and not named and query.intent is Intent.NONE:
            # "All parties"
            return replace(before, parties=(), page=1)
        on_subject = any(weight >= HARD for weight in query.topic.values())
        if query.documents and not on_subject:
            counterpart = self._counterparts.of_document(reading, context, query.documents[0])
            if counterpart:
                return Query(intent=Intent.AGREEMENTS, agreements=(counterpart,), documents=query.documents)
        return replaced(before, query)

    def _beside(self, reading: Reading, query: Query, before: Query) -> Query:
        """What an elliptical question takes from the one before beside its own words."""
        if before.intent is Intent.PARTIES and query.parties and all(map(self._is_state, query.parties)):
            bodies = [code for code in before.parties if not self._is_state(code)]
            if bodies and len(bodies) < len(before.parties):
                # "Is Chile a member of the RCM?" – "And Mexico?"
                return replace(query, parties=(*query.parties, *bodies))
        if reading.after_that and query.period is None and before.period and before.period.last:
            return replace(query, period=Period(before.period.last + timedelta(days=1), None))
        if query.period and query.period.any_year and before.intent is Intent.MEETINGS and before.period:
            return replace(query, period=_in_year_of(before.period, query.period))
        if reading.tongue and before.intent is Intent.DOCUMENTS:
            return replace(query, language_named=reading.tongue)
        return query

    def _is_state(self, code: str) -> bool:
        return self._directory.parties[code].kind is PartyKind.STATE

    def _same_party(self, reading: Reading, context: Context) -> Query | None:
        """Whose duties: those of whom was spoken, where the question names nobody and does not ask for all."""
        query = reading.query
        if reading.points_back and reading.wanted is Intent.DUE and query.period is None:
            days = [span for id_ in context.records if (span := self._days(id_))]
            if days and context.query.intent is Intent.MEETINGS:
                first, last = min(d[0] for d in days), max(d[1] for d in days)
                period = Period(None, first - timedelta(days=1)) if reading.before_that else Period(first, last)
                return replace(query, intent=Intent.DUE, courtesy=None, period=period)
        if query.parties or query.outsiders or query.everybody or query.agreements:
            return None
        if query.intent not in (Intent.DUE, Intent.DELIVERIES, Intent.NOTICES) or not context.parties:
            return None
        if reading.speaker or context.query.intent in (Intent.DUE, Intent.PARTIES):
            return replace(query, parties=context.parties)
        return None

    def _days(self, id_: str) -> tuple[date, date] | None:
        meeting = self._directory.meetings.get(id_)
        if meeting is None or meeting.start is None or len(meeting.start) < len("2017-09-26"):
            return None
        return date.fromisoformat(meeting.start), date.fromisoformat(meeting.end or meeting.start)


def _in_year_of(before: Period, period: Period) -> Period:
    """A month or day that was named without its year, in the year spoken of."""
    spoken = before.first or before.last
    if spoken is None or period.first is None or period.last is None:
        return period
    first, last = (calendar.day(spoken.year, day.month, day.day) for day in (period.first, period.last))
    return replace(period, first=first, last=last) if first and last and first <= last else period


def _own_question(reading: Reading, context: Context) -> bool:
    """Whether a question says outright that it wants something else than the one before."""
    query, before = reading.query, context.query
    if reading.begins and query.documents and before.intent in _OF_PAPERS:
        return False
    if query.intent is Intent.GLOSSARY and query.terms and before.intent is not Intent.GLOSSARY:
        return not reading.begins or reading.cue >= STRONG or reading.defines
    return reading.cue >= STRONG and query.intent not in (Intent.NONE, before.intent) and not reading.same
