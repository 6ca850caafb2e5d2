"""Questions that lean on what came before: "¿y México?", "and the one after that?", "dónde es"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from data.directory import Directory
from data.model import PartyKind
from handlers.understanding.evidence import STRONG
from handlers.understanding.reading import Aspect, Courtesy, Intent, Order, Period, Query, Reading
from handlers.understanding.subjects import HARD, STEM

FEW: Final = 3
"""Agreements that "it" and "they" may stand for."""
_AGREEMENT_INTENTS: Final = (Intent.AGREEMENTS, Intent.DUE, Intent.DELIVERIES)


@dataclass(frozen=True, slots=True)
class Context:
    """What a chat was last answered: the query as completed, the records shown, the language.

    ``parties`` are those last spoken of, whom "we" may mean.
    """

    query: Query
    records: tuple[str, ...] = ()
    language: str | None = None
    parties: tuple[str, ...] = ()


class FollowUps:
    """Completes a query from its context; made once for a directory."""

    def __init__(self, directory: Directory, related: Callable[[str], Sequence[str]]) -> None:
        """``related`` gives the agreements that repeat one, or that it repeats."""
        self._directory = directory
        self._related = related

    def complete(self, reading: Reading, context: Context | None) -> Query:
        """The query with what it leaves to the context; the query itself where it leaves nothing."""
        query = reading.query
        if context is None or (
            query.courtesy in (Courtesy.THANKS, Courtesy.GREETING) and not reading.again and not reading.number
        ):
            return query
        for step in (
            self._more,
            self._paper,
            self._again,
            self._other,
            self._counted,
            self._delivered,
            self._owed,
            self._item,
            self._moved,
            self._language,
            self._meaning,
            self._aspect,
            self._instead,
        ):
            completed = step(reading, context)
            if completed is not None:
                return completed
        return self._same_party(reading, context) or query

    def _more(self, reading: Reading, context: Context) -> Query | None:
        if reading.more and _says_little(reading) and not reading.move:
            return replace(context.query, page=context.query.page + 1)
        return None

    def _again(self, reading: Reading, context: Context) -> Query | None:
        """As in "pásamela", "send it over": what was spoken of, once more."""
        return context.query if reading.again and _says_little(reading) else None

    def _other(self, reading: Reading, context: Context) -> Query | None:
        """As in "and the other conference?": the one that was not spoken of, or its organ."""
        if not reading.other or reading.query.parties or reading.cue >= STRONG:
            return None
        spoken = [self._directory.parties[c] for c in context.query.parties if c in self._directory.parties]
        swapped = [
            p.id
            for p in self._directory.parties.values()
            for body in spoken
            if p.kind is body.kind and p.kind is not PartyKind.STATE and p.id not in context.query.parties
            and (p.kind is PartyKind.CONFERENCE or p.conference != body.conference)
        ]  # fmt: skip
        return replace(context.query, parties=tuple(swapped), page=1) if swapped else None

    def _counted(self, reading: Reading, context: Context) -> Query | None:
        """As in "the item with that number in the Panama minutes"."""
        documents = reading.query.documents or reading.places
        if not reading.same_number or not documents or not (number := _number(context)):
            return None
        return Query(intent=Intent.AGREEMENTS, agreements=(f"{documents[0]}-{number}",), documents=documents)

    def _delivered(self, reading: Reading, context: Context) -> Query | None:
        """As in "and who has not sent it?": of what was spoken of."""
        if reading.wanted is not Intent.DELIVERIES or not _says_little(reading):
            return None
        agreements = tuple(id_ for id_ in context.records if id_.partition("-")[0] in self._directory.documents)
        return Query(intent=Intent.DELIVERIES, agreements=agreements) if agreements else None

    def _owed(self, reading: Reading, context: Context) -> Query | None:
        """As in "does it have a deadline?": of the agreements spoken of."""
        agreements = tuple(id_ for id_ in context.records if id_.partition("-")[0] in self._directory.documents)
        if reading.wanted is not Intent.DUE or not reading.points_back or not _says_little(reading):
            return None
        if context.query.intent is not Intent.AGREEMENTS or not 0 < len(agreements) <= FEW or reading.speaker:
            return None
        return Query(intent=Intent.DUE, agreements=agreements)

    def _item(self, reading: Reading, context: Context) -> Query | None:
        """A number alone, or "item 8": in the document spoken of."""
        item = reading.item
        if (
            item is None
            and context.query.intent is Intent.AGREEMENTS
            and reading.cue < STRONG
            and not reading.query.parties
        ):
            item = reading.number
        if item is None or reading.query.agreements:
            return None
        documents = reading.places or context.query.documents or _documents(context)
        if not documents:
            return None
        return replace(reading.query, intent=Intent.AGREEMENTS, agreements=(f"{documents[0]}-{item}",), courtesy=None)

    def _moved(self, reading: Reading, context: Context) -> Query | None:
        """The next or the previous one: item of the document, or meeting."""
        if reading.move not in (Order.NEXT, Order.PREVIOUS) or not _says_little(reading):
            return None
        step = 1 if reading.move is Order.NEXT else -1
        if context.query.intent is Intent.DUE and context.query.period and context.query.period.last and step > 0:
            after = Period(context.query.period.last + timedelta(days=1), None)
            return replace(context.query, period=after, page=1)
        focus = context.records[0] if len(context.records) == 1 else None
        if context.query.intent is Intent.MEETINGS and context.records:
            target = self._beside(context.records[-1 if step > 0 else 0], step)
            return Query(intent=Intent.MEETINGS, meetings=(target,)) if target else None
        if focus and context.query.intent in _AGREEMENT_INTENTS:
            document, _, number = focus.partition("-")
            if number.isdigit() and int(number) + step > 0:
                return Query(intent=Intent.AGREEMENTS, agreements=(f"{document}-{int(number) + step}",))
        return None

    def _beside(self, meeting: str, step: int) -> str | None:
        dated = sorted((m.start or "", m.id) for m in self._directory.meetings.values() if m.start)
        ids = [id_ for _, id_ in dated]
        if meeting not in ids:
            return None
        position = ids.index(meeting) + step
        return ids[position] if 0 <= position < len(ids) else None

    def _paper(self, reading: Reading, context: Context) -> Query | None:
        """As in "send me its minutes", "that document": of the meeting or the agreements spoken of."""
        query = reading.query
        leaning = reading.points_back or reading.begins or reading.again
        if query.intent is not Intent.DOCUMENTS or query.documents or query.period or query.topic or not leaning:
            return None
        meetings = set(context.records)
        documents = context.query.documents or tuple(
            d.id for d in self._directory.documents.values() if d.meeting in meetings
        )
        documents = documents or tuple(id_ for id_ in _documents(context) if id_ in self._directory.documents)
        return replace(query, documents=documents, kinds=()) if documents else None

    def _language(self, reading: Reading, context: Context) -> Query | None:
        """As in "in Spanish?": the same again in that language."""
        if reading.query.intent is Intent.LANGUAGE and reading.query.language_named and _says_little(reading):
            return replace(context.query, language_named=reading.query.language_named)
        return None

    def _days(self, id_: str) -> tuple[date, date] | None:
        meeting = self._directory.meetings.get(id_)
        if meeting is None or meeting.start is None or len(meeting.start) < len("2017-09-26"):
            return None
        return date.fromisoformat(meeting.start), date.fromisoformat(meeting.end or meeting.start)

    def _meaning(self, reading: Reading, context: Context) -> Query | None:
        """As in "what does that acronym mean": the term spoken of."""
        if reading.query.intent is not Intent.GLOSSARY or reading.query.terms or reading.query.words:
            return None
        terms = context.query.terms or tuple(
            term.id for term in self._directory.terms.values() if term.party in context.query.parties
        )
        return replace(reading.query, terms=terms[:1]) if terms else None

    def _aspect(self, reading: Reading, context: Context) -> Query | None:
        """As in "dónde es", "who?", "source?": of what was shown."""
        query = reading.query
        asked = query.aspect is not None or (reading.points_back and reading.cue < STRONG)
        status = query.status if query.aspect is None else None
        if not asked or not _says_little(reading) or not context.records or query.order or status:
            return None
        if context.query.intent is Intent.PARTIES:
            bodies = tuple(c for c in context.query.parties if self._directory.parties[c].kind is not PartyKind.STATE)
            return Query(intent=Intent.PARTIES, parties=bodies or context.query.parties)
        meetings = tuple(id_ for id_ in context.records if id_ in self._directory.meetings)
        if meetings:
            return Query(intent=Intent.MEETINGS, meetings=meetings, aspect=reading.query.aspect)
        if query.intent is Intent.MEETINGS and reading.cue >= STRONG and not reading.points_back:
            return None
        agreements = tuple(
            id_ for id_ in context.records if id_.partition("-")[0] in self._directory.documents and "-" in id_
        )
        if not agreements:
            return context.query if reading.query.aspect in (Aspect.DETAILS, Aspect.SOURCE) else None
        if context.query.intent is Intent.DUE and reading.query.aspect in (Aspect.WHEN, Aspect.WHO, None):
            return replace(context.query, aspect=reading.query.aspect)
        return Query(intent=Intent.AGREEMENTS, agreements=agreements, aspect=reading.query.aspect)

    def _instead(self, reading: Reading, context: Context) -> Query | None:
        """One part replaced: another party, another period, another subject."""
        query, before = reading.query, context.query
        if reading.places and not query.documents and before.intent in (Intent.AGREEMENTS, Intent.DOCUMENTS):
            query = replace(query, documents=reading.places, parties=(), topic={}, words=())
        elliptical = reading.begins or reading.same or reading.cue < STRONG or query.intent is Intent.NONE
        if not elliptical or query.agreements or query.meetings or _own_question(reading, context):
            return None
        if query.courtesy is Courtesy.OFF_TOPIC and not (
            query.parties or query.outsiders or query.documents or query.period
        ):
            return None
        if (
            query.intent is Intent.GLOSSARY
            and query.terms
            and before.intent is not Intent.GLOSSARY
            and not reading.begins
        ):
            return None
        new = replace(before, page=1, courtesy=None, language_named=None)
        changed = False
        if (query.parties or query.outsiders) and before.intent is not Intent.GLOSSARY:
            new = replace(new, parties=query.parties, outsiders=query.outsiders, agreements=(), meetings=())
            changed = True
        if query.terms and before.intent is Intent.GLOSSARY:
            return replace(new, terms=query.terms)
        if query.period is not None:
            documents = query.documents if before.intent is Intent.DOCUMENTS else new.documents
            new = replace(
                new,
                period=query.period,
                status=query.status,
                order=None,
                meetings=(),
                agreements=(),
                documents=documents,
            )
            changed = True
        if query.status is not None and before.intent is Intent.DUE:
            new, changed = replace(new, status=query.status, period=query.period), True
        if query.documents:
            counterpart = self._counterpart(reading, context, query.documents[0])
            on_subject = any(weight >= HARD for weight in query.topic.values())
            agreements = (counterpart,) if counterpart and not on_subject else ()
            if agreements:
                return Query(intent=Intent.AGREEMENTS, agreements=agreements, documents=query.documents)
            new, changed = replace(new, documents=query.documents, agreements=()), True
        if query.kinds and before.intent is Intent.MEETINGS:
            new, changed = replace(new, kinds=query.kinds, topic={}, words=(), meetings=(), order=None), True
        if query.topic and not (query.parties and not query.period):
            new = replace(new, topic=query.topic, words=query.words, unknown=query.unknown, agreements=(), meetings=())
            if before.intent is Intent.MEETINGS:
                new = replace(new, kinds=query.kinds, period=query.period, order=query.order)
            changed = True
        return new if changed else None

    def _counterpart(self, reading: Reading, context: Context, document: str) -> str | None:
        """The item of another document: with the same number where that is said, else what repeats the one spoken of."""
        if context.query.intent is not Intent.AGREEMENTS or len(context.records) != 1:
            return None
        related = [id_ for id_ in self._related(context.records[0]) if id_.partition("-")[0] == document]
        if related and not reading.same_number and not reading.corrects:
            return related[0]
        number = _number(context)
        return f"{document}-{number}" if number else None

    def _same_party(self, reading: Reading, context: Context) -> Query | None:
        """Whose duties: those of whom was spoken, where the question names nobody and does not ask for all."""
        query = reading.query
        if reading.points_back and query.intent is Intent.DUE and query.period is None:
            days = [span for id_ in context.records if (span := self._days(id_))]
            if days and context.query.intent is Intent.MEETINGS:
                first, last = min(d[0] for d in days), max(d[1] for d in days)
                period = Period(None, first - timedelta(days=1)) if reading.before_that else Period(first, last)
                return replace(query, period=period)
        if query.parties or query.outsiders or query.everybody or query.agreements:
            return None
        if query.intent not in (Intent.DUE, Intent.DELIVERIES, Intent.NOTICES) or not context.parties:
            return None
        if reading.speaker or context.query.intent is Intent.DUE:
            return replace(query, parties=context.parties)
        return None


def _number(context: Context) -> str | None:
    """The item number spoken of, where it was one item."""
    document, _, number = context.records[0].partition("-") if len(context.records) == 1 else ("", "", "")
    return number if number.isdigit() else None


def _own_question(reading: Reading, context: Context) -> bool:
    """Whether a question says outright that it wants something else than the one before."""
    papers = (Intent.DOCUMENTS, Intent.AGREEMENTS)
    if reading.begins and reading.query.documents and context.query.intent in papers:
        return False
    return (
        reading.cue >= STRONG and reading.query.intent not in (Intent.NONE, context.query.intent) and not reading.same
    )


def _says_little(reading: Reading) -> bool:
    """Whether nothing is named in a question: what it is about must have come before."""
    query = reading.query
    named = (query.parties, query.outsiders, query.agreements, query.documents, query.meetings, query.terms)
    subject = any(weight >= STEM for weight in query.topic.values())
    return not any(named) and not subject and not query.period and not query.unknown


def _documents(context: Context) -> Sequence[str]:
    return tuple(dict.fromkeys(id_.partition("-")[0] for id_ in context.records if "-" in id_))
