"""Questions that point at what was shown: "more", "dónde es", "the next one", "send me its minutes", "in Spanish?"."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from data.directory import Directory
from data.model import PartyKind
from handlers.understanding.evidence import STRONG
from handlers.understanding.reading import Aspect, Intent, Order, Period, Query, Reading
from handlers.understanding.thread import Context, documents_of, says_little

FEW: Final = 3
"""Agreements that "it" and "they" may stand for."""
_AGREEMENT_INTENTS: Final = (Intent.AGREEMENTS, Intent.DUE, Intent.DELIVERIES)


class Pointers:
    """What such questions ask, in full; made once for a directory."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def steps(self) -> Iterator[Callable[[Reading, Context], Query | None]]:
        """The kinds of pointing, in the order in which they are tried."""
        yield from (self._more, self._paper, self._again, self._other, self._delivered, self._owed)
        yield from (
            self._moved,
            self._language,
            self._meaning,
            self._members,
            self._reminded,
            self._agreed,
            self._aspect,
        )

    def _more(self, reading: Reading, context: Context) -> Query | None:
        single = context.query.intent is Intent.AGREEMENTS and len(context.records) == 1
        if reading.more and says_little(reading) and not reading.move and not single:
            return replace(context.query, page=context.query.page + 1)
        return None

    def _paper(self, reading: Reading, context: Context) -> Query | None:
        """As in "send me its minutes", "that document": of the meeting or the agreements spoken of."""
        query = reading.query
        few = 0 < len(context.records) <= FEW and context.query.intent in (Intent.MEETINGS, Intent.AGREEMENTS)
        leaning = reading.points_back or reading.begins or reading.again or few
        if query.aspect is Aspect.SOURCE and self._agreements(context):
            return None
        if query.intent is not Intent.DOCUMENTS or query.documents or query.period or query.topic or not leaning:
            return None
        meetings = set(context.records)
        documents = context.query.documents or tuple(
            d.id for d in self._directory.documents.values() if d.meeting in meetings
        )
        documents = documents or tuple(id_ for id_ in documents_of(context) if id_ in self._directory.documents)
        return replace(query, documents=documents, kinds=()) if documents else None

    def _again(self, reading: Reading, context: Context) -> Query | None:
        """As in "pásamela", "send it over": what was spoken of, once more."""
        return context.query if reading.again and says_little(reading) else None

    def _other(self, reading: Reading, context: Context) -> Query | None:
        """As in "and the other conference?": the one that was not spoken of, or its organ."""
        named, before = set(reading.query.parties), set(context.query.parties)
        if reading.other and before and before < named:
            # "The other Troika" of the two.
            return replace(context.query, parties=tuple(c for c in reading.query.parties if c not in before), page=1)
        if not reading.other or named or reading.cue >= STRONG:
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

    def _delivered(self, reading: Reading, context: Context) -> Query | None:
        """As in "and who has not sent it?": of what was spoken of."""
        if reading.wanted is not Intent.DELIVERIES or not says_little(reading):
            return None
        agreements = self._agreements(context)
        return Query(intent=Intent.DELIVERIES, agreements=agreements) if agreements else None

    def _owed(self, reading: Reading, context: Context) -> Query | None:
        """As in "does it have a deadline?": of the agreements spoken of."""
        agreements = self._agreements(context)
        asked = reading.wanted is Intent.DUE and reading.cue >= STRONG
        if not asked or not reading.points_back or not says_little(reading):
            return None
        if context.query.intent is not Intent.AGREEMENTS or not 0 < len(agreements) <= FEW or reading.speaker:
            return None
        return Query(intent=Intent.DUE, agreements=agreements)

    def _moved(self, reading: Reading, context: Context) -> Query | None:
        """The next or the previous one: item of the document, or meeting."""
        # After one item "one more" is the next.
        move = reading.move or (Order.NEXT if reading.more else None)
        if move not in (Order.NEXT, Order.PREVIOUS) or not says_little(reading):
            return None
        step = 1 if move is Order.NEXT else -1
        if context.query.intent is Intent.DUE and context.query.period and context.query.period.last and step > 0:
            after = Period(context.query.period.last + timedelta(days=1), None)
            return replace(context.query, period=after, page=1)
        focus = context.records[0] if len(context.records) == 1 else None
        if context.query.intent is Intent.MEETINGS and context.records:
            # Of a long list the one that comes first was spoken of.
            last = -1 if len(context.records) <= FEW else 0
            target = self._beside(context.records[last if step > 0 else 0], step)
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

    def _language(self, reading: Reading, context: Context) -> Query | None:
        """As in "in Spanish?": the same again in that language."""
        if reading.query.intent is Intent.LANGUAGE and reading.query.language_named and says_little(reading):
            return replace(context.query, language_named=reading.query.language_named)
        return None

    def _meaning(self, reading: Reading, context: Context) -> Query | None:
        """As in "what does that acronym mean": the term spoken of."""
        if reading.wanted is not Intent.GLOSSARY or reading.query.terms or reading.query.words:
            return None
        terms = context.query.terms or tuple(
            term.id for term in self._directory.terms.values() if term.party in context.query.parties
        )
        return replace(reading.query, intent=Intent.GLOSSARY, terms=terms[:1], courtesy=None) if terms else None

    def _reminded(self, reading: Reading, context: Context) -> Query | None:
        """As in "remind me of it two days before": of what was spoken of."""
        if reading.wanted is not Intent.NOTICES or not reading.points_back or not says_little(reading):
            return None
        meetings = tuple(id_ for id_ in context.records if id_ in self._directory.meetings)
        agreements = self._agreements(context)[:FEW]
        if not (agreements or meetings):
            return None
        return replace(
            reading.query, agreements=agreements, meetings=meetings[:1], parties=context.query.parties, words=()
        )

    def _agreed(self, reading: Reading, context: Context) -> Query | None:
        """As in "what was agreed there": in the documents of the meetings spoken of, or in the items they rest on."""
        query = reading.query
        meetings = [m for id_ in context.records if (m := self._directory.meetings.get(id_))]
        asked = query.intent is Intent.AGREEMENTS and reading.points_back and says_little(reading)
        if not asked or not 0 < len(meetings) <= FEW:
            return None
        held = {meeting.id for meeting in meetings}
        documents = tuple(d.id for d in self._directory.documents.values() if d.meeting in held)
        items = tuple(s for m in meetings for s in m.sources if "-" in s)
        return replace(query, documents=documents, agreements=() if documents else items)

    def _members(self, reading: Reading, context: Context) -> Query | None:
        """As in "who is in it?": of the bodies spoken of."""
        if reading.wanted is not Intent.PARTIES or not says_little(reading):
            return None
        spoken = context.query.parties
        bodies = tuple(c for c in spoken if self._directory.parties[c].kind is not PartyKind.STATE)
        return Query(intent=Intent.PARTIES, parties=bodies) if bodies else None

    def _aspect(self, reading: Reading, context: Context) -> Query | None:
        """As in "dónde es", "who?", "source?": of what was shown."""
        query = reading.query
        of_meeting = query.intent is Intent.MEETINGS and context.query.intent is Intent.MEETINGS
        hinted = context.query.intent is Intent.MEETINGS and reading.wanted is Intent.MEETINGS and reading.cue < STRONG
        back = reading.points_back and (reading.cue < STRONG or of_meeting)
        asked = query.aspect is not None or back or hinted
        status = query.status if query.aspect is None else None
        if not asked or not says_little(reading) or not context.records or query.order or status:
            return None
        if context.query.intent is Intent.PARTIES:
            bodies = tuple(c for c in context.query.parties if self._directory.parties[c].kind is not PartyKind.STATE)
            return Query(intent=Intent.PARTIES, parties=bodies or context.query.parties)
        meetings = tuple(id_ for id_ in context.records if id_ in self._directory.meetings)
        if meetings and reading.wanted is Intent.DUE and query.aspect is None:
            return None
        if meetings:
            return Query(intent=Intent.MEETINGS, meetings=meetings, aspect=reading.query.aspect)
        if query.intent is Intent.MEETINGS and reading.cue >= STRONG and not reading.points_back:
            return None
        agreements = self._agreements(context)
        if not agreements:
            known = context.query.intent is Intent.DOCUMENTS or query.aspect in (Aspect.DETAILS, Aspect.SOURCE)
            return context.query if known else None
        if context.query.intent is Intent.DUE and reading.query.aspect in (Aspect.WHEN, Aspect.WHO, None):
            return replace(context.query, aspect=reading.query.aspect)
        return Query(intent=Intent.AGREEMENTS, agreements=agreements, aspect=reading.query.aspect)

    def _agreements(self, context: Context) -> tuple[str, ...]:
        """The agreements that were shown."""
        return tuple(
            id_ for id_ in context.records if "-" in id_ and id_.partition("-")[0] in self._directory.documents
        )
