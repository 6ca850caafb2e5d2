"""From a question's text to a reading of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from data.directory import Directory
from data.model import PartyKind
from handlers.understanding import details, intents
from handlers.understanding.actors import ActorReader, is_ordinary
from handlers.understanding.courtesies import courtesy_of
from handlers.understanding.events import event_days
from handlers.understanding.evidence import Found
from handlers.understanding.knowledge import Knowledge
from handlers.understanding.marking import Marker, Marks
from handlers.understanding.names import STATE_CODE, NameKind
from handlers.understanding.parts import Parts
from handlers.understanding.periods import period_of
from handlers.understanding.reading import Courtesy, Intent, Query, Reading
from handlers.understanding.references import ReferenceReader, References
from handlers.understanding.subjects import HARD, subjects_of
from i18n.lexicon import Entry
from i18n.names import state
from i18n.phrases import Found as PhraseFound

_OF_PARTIES = (Intent.DUE, Intent.DELIVERIES, Intent.NOTICES, Intent.PARTIES)
"""Intents in which a capital stands for its government."""


class Understanding:
    """Reads questions against a directory and the vocabulary of the agreements; made once for both."""

    def __init__(self, directory: Directory, vocabulary: frozenset[str], knowledge: Knowledge) -> None:
        self._directory = directory
        self._vocabulary = vocabulary
        self.lexicons = knowledge.lexicons
        self._marker = Marker(self.lexicons, knowledge.names, vocabulary)
        self._references = ReferenceReader(directory)
        self.occasions = knowledge.occasions
        codes = frozenset(code for code in directory.parties if len(code) == STATE_CODE)
        hosting = (code for code in codes if self.occasions.hosted(directory.meetings.values(), [code]))
        self._actors = ActorReader(directory, knowledge.states, codes, frozenset(hosting))

    def read(self, text: str, today: date, language: str) -> Reading:
        """Read a question; ``language`` is how to read words where its own language does not show."""
        parts = self._parts(self._marker.mark(text, language), today)
        found = self._found(parts)
        weights = intents.weigh(parts.marks, found)
        intent, weight = intents.heaviest(weights)
        parties, topic = self._acting(parts, intent)
        meant = _typed(parts)
        unknown = tuple(word for word in parts.subjects.unknown if word not in meant)
        leftover = tuple(word for word in parts.subjects.leftover if word not in meant)
        query = _query(parts, intent, parties, topic)
        if intent in (Intent.DOCUMENTS, Intent.NOTICES):
            query = self._of_event(parts, query)
        if intent in (Intent.DOCUMENTS, Intent.MEETINGS):
            query = replace(query, topic={**query.topic, **self._visited(parts)})
        if intent is Intent.MEETINGS:
            unknown = (*unknown, *self._elsewhere(parts))
        query = self._in_documents(parts, query)
        query = replace(query, unknown=unknown, words=tuple(w for w in parts.subjects.words if w not in meant))
        courtesy = courtesy_of(
            parts.marks, intent, weight, found, acting=bool(parties), unknown=len(unknown), leftover=len(leftover)
        )
        if courtesy is not None:
            query = replace(query, intent=Intent.NONE, courtesy=courtesy)
        return _reading(parts, query, intent, max(weights.values(), default=0.0), (*unknown, *leftover))

    def _parts(self, marks: Marks, today: date) -> Parts:
        references = self._references.read(marks)
        period = period_of(
            marks,
            today,
            references.used | marks.in_names,
            lambda i, within: event_days(marks, i, within, today, self._directory, self.occasions),
        )
        days = period[1] if period else frozenset[int]()
        actors = self._actors.read(marks, references.used if references.agreements else days)
        terms = tuple(
            f
            for f in marks.names_of(NameKind.TERM)
            if not references.used.intersection(range(f.start, f.end)) and not is_ordinary(marks, f)
        )
        subjects = subjects_of(
            marks, references.used | days | actors.used, self._knows, self.occasions.is_place, self.occasions.is_named
        )
        return Parts(marks, references, period[0] if period else None, days, actors, terms, subjects)

    def _knows(self, term: str) -> bool:
        return term in self._vocabulary or self.occasions.knows(term)

    def _found(self, parts: Parts) -> Found:
        marks, references, actors, subjects = parts.marks, parts.references, parts.actors, parts.subjects
        bodies = [code for code in (*actors.parties, *actors.towards) if self._kind(code) is not PartyKind.STATE]
        states = [code for code in actors.parties if self._kind(code) is PartyKind.STATE]
        body_starts = [
            name.start
            for name in marks.names_of(NameKind.PARTY)
            if self._kind(name.value.id) not in (PartyKind.STATE, PartyKind.ORGANISATION)
        ]
        return Found(
            items=bool(references.agreements or references.items),
            codes=bool(references.agreements),
            documents=bool(references.documents),
            meetings=bool(references.meetings),
            parties=any(self._kind(code) is not PartyKind.ORGANISATION for code in actors.parties),
            acting=bool(actors.parties or actors.seats),
            seats=bool(actors.seats),
            outsiders=bool(actors.outsiders),
            bodies=any(code in bodies for code in actors.parties) or marks.has("organs", "adhoc"),
            presidency=any(self._kind(code) is PartyKind.PRESIDENCY for code in actors.parties),
            membership=bool(states) and any(marks.links(marks.before(s, "article"), "in") for s in body_starts),
            choice=(len(bodies) > 1 and bool(states) and any(marks.links(i, "or") for i in _between(body_starts)))
            or (bool(states) and marks.has("moves", "other") and bool(bodies)),
            speaker=actors.speaker,
            terms=tuple((f.start, f.end) for f in parts.terms),
            period=parts.period is not None,
            topic=subjects.hard,
            foreign=subjects.foreign,
            about=subjects.about,
            off_topic=bool(subjects.off_topic),
            meeting_subject=any(map(self.occasions.is_named, subjects.topic)) or bool(actors.places or actors.hosts),
            meeting_place=any(map(self.occasions.is_place, subjects.topic)),
            overdue=marks.has("status", "overdue"),
            last_item=bool(references.documents and references.from_end and not references.agreements),
            used=references.used | parts.days,
        )

    def _kind(self, code: str) -> PartyKind:
        return self._directory.parties[code].kind

    def _acting(self, parts: Parts, intent: Intent) -> tuple[tuple[str, ...], dict[str, float]]:
        """Who acts, and the subject that is left: a seat stands for its government where a duty is asked for."""
        actors, topic = parts.actors, dict(parts.subjects.topic)
        if intent is Intent.AGREEMENTS and parts.references.documents:
            # The place of the minutes is no subject of theirs.
            topic = parts.without(topic, parts.references.named)
        if intent is Intent.NOTICES:
            said = parts.marks.of("cues", "notices")
            topic = parts.without(topic, frozenset(i for f in said for i in range(f.start, f.end)))
        if intent is Intent.PARTIES and not actors.parties and parts.marks.has("organs", "adhoc"):
            return self._groups(topic), topic
        if intent is Intent.PARTIES and parts.marks.has("marks", "presides"):
            return self._presidencies(actors.parties), topic
        if intent not in _OF_PARTIES or actors.outsiders:
            return actors.parties, topic
        if actors.parties:
            # Where somebody acts, a place says where they are.
            topic = parts.without(topic, actors.free)
        on_subject = any(weight >= HARD and not self.occasions.is_place(term) for term, weight in topic.items())
        seats = actors.seats or (actors.places if not actors.parties and not on_subject else ())
        if not seats:
            return actors.parties, topic
        return (*actors.parties, *seats), parts.without(topic, actors.free)

    def _in_documents(self, parts: Parts, query: Query) -> Query:
        """What was agreed at a place, and the papers from it, are those of the document adopted there."""
        papers, agreed = query.intent is Intent.DOCUMENTS, query.intent is Intent.AGREEMENTS
        named = query.documents or query.agreements or query.period or (agreed and query.parties)
        documents = parts.references.places or (parts.references.of_kind if agreed else ())
        if not (papers or agreed) or named or not documents or parts.subjects.unknown:
            return query
        if all(self.occasions.is_place(term) or weight < HARD for term, weight in query.topic.items()):
            return replace(query, documents=documents, topic={}, words=())
        return query

    def _of_event(self, parts: Parts, query: Query) -> Query:
        """A document from before or after a meeting is that meeting's; a notice before it is about it."""
        marks = parts.marks
        dated = {
            i for section in ("months", "time", "numbers") for f in marks.of(section) for i in range(f.start, f.end)
        }
        words = [marks.words[i].typed for i in sorted(parts.days - dated) if not marks.plain(i).isdigit()]
        named = {
            t: HARD for x in self.lexicons.values() for w in words for t in x.terms(w) if self.occasions.is_place(t)
        }
        return replace(query, topic={**query.topic, **named}, period=None) if named else query

    def _elsewhere(self, parts: Parts) -> tuple[str, ...]:
        """Places that are named, and where no meeting on record is."""
        names = [parts.marks.words[i] for i in sorted(parts.actors.free)]
        known = any(self._knows(term) for word in names for x in self.lexicons.values() for term in x.terms(word.typed))
        return () if known else tuple(word.typed for word in names)

    def _visited(self, parts: Parts) -> dict[str, float]:
        """States that one travels to, as places of meetings."""
        states = [code for code in parts.actors.towards if self._kind(code) is PartyKind.STATE]
        states += parts.actors.outsiders
        return {
            term: HARD
            for code in states
            for language, lexicon in self.lexicons.items()
            for term in lexicon.terms(state(code, language))
            if self.occasions.knows(term)
        }

    def _presidencies(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """In the place of conferences, their presidencies: who chairs one is asked of those."""
        by_conference = {p.conference: p.id for p in self._directory.parties.values() if p.kind is PartyKind.PRESIDENCY}
        return tuple(by_conference.get(code, code) for code in codes)

    def _groups(self, topic: Mapping[str, float]) -> tuple[str, ...]:
        """The ad hoc groups, or the one whose subject is named."""
        groups = [p for p in self._directory.parties.values() if p.kind is PartyKind.GROUP]
        subjects = {
            p.id: {t for x in self.lexicons.values() for n in (p.name or {}).values() for t in x.terms(n)}
            for p in groups
        }
        best = max((len(subjects[p.id] & topic.keys()) for p in groups), default=0)
        return tuple(p.id for p in groups if len(subjects[p.id] & topic.keys()) == best)


def _inside(found: PhraseFound[Entry], others: Iterable[PhraseFound[Entry]]) -> bool:
    return any(other.start <= found.start and found.end <= other.end for other in others)


def _between(starts: list[int]) -> range:
    return range(min(starts, default=0), max(starts, default=0))


def _typed(parts: Parts) -> set[str]:
    """Words that were understood as a place, a term or a language, though no subject is named so."""
    terms = {i for f in parts.terms for i in range(f.start, f.end)}
    languages = {f.start for f in parts.marks.of("languages")}
    positions = parts.actors.free | parts.references.named | terms | languages
    return {parts.marks.words[i].typed for i in positions}


def _query(parts: Parts, intent: Intent, parties: tuple[str, ...], topic: Mapping[str, float]) -> Query:
    marks, references = parts.marks, parts.references
    dated = intent is Intent.MEETINGS
    towards = {f"p:{code.lower().replace('-', '_')}": HARD for code in parts.actors.towards}
    return Query(
        intent=intent,
        parties=parties,
        outsiders=parts.actors.outsiders,
        agreements=references.agreements,
        documents=() if _is_subject(parts, intent) else references.documents,
        meetings=references.meetings,
        terms=tuple(dict.fromkeys(f.value.id for f in parts.terms)),
        period=parts.period,
        status=details.status_of(marks),
        item=_item(references),
        order=details.order_of(marks, parts.days),
        aspect=details.aspect_of(marks),
        kinds=tuple(dict.fromkeys(f.value.value for f in marks.of("kinds") if not (dated and f.start in parts.days))),
        past=marks.has("marks", "past") and not marks.has("marks", "future"),
        everybody=marks.has("people", "everybody"),
        topic={**topic, **towards},
        about=parts.subjects.about,
        language_named=details.language_named(marks, intent),
    )


def _item(references: References) -> int | None:
    if references.agreements:
        return None
    if references.documents and references.from_end:
        return -references.from_end
    return references.items[0] if references.items else None


def _is_subject(parts: Parts, intent: Intent) -> bool:
    """Whether a document's name is what is to be delivered: "who writes the concept paper"."""
    subjects = {i for c in parts.marks.of("concepts") if c.end - c.start > 1 for i in range(c.start, c.end)}
    return intent is Intent.DUE and bool(parts.references.named) and parts.references.named <= subjects


def _reading(parts: Parts, query: Query, wanted: Intent, cue: float, leftover: tuple[str, ...]) -> Reading:
    marks, references = parts.marks, parts.references
    return Reading(
        query=query,
        language=marks.language,
        corrections=marks.corrections,
        leftover=leftover,
        wanted=wanted,
        cue=cue,
        speaker=parts.actors.speaker,
        begins=details.begins(marks),
        same=marks.has("moves", "same"),
        same_number=marks.has("moves", "same_number"),
        points_back=marks.has("moves", "that"),
        before_that=any(marks.at(f.end, "moves", "that") for f in marks.of("time", "before")),
        from_end=references.from_end,
        defines=marks.has("cues", "glossary", "glossary~"),
        after_that=any(marks.at(f.end, "moves", "that") for f in marks.of("time", "after")),
        refused=marks.has("chat", "injection")
        or (query.courtesy is Courtesy.OFF_TOPIC and bool(parts.subjects.off_topic)),
        tongue=next((f.value.value for f in marks.of("languages")), None),
        more=any(not _inside(m, marks.of("aspects")) for m in marks.of("moves", "more")),
        other=marks.has("moves", "other"),
        again=marks.has("moves", "send"),
        corrects=marks.links(0, "denial"),
        item=references.items[0] if references.items else None,
        number=references.number,
        seats=(*parts.actors.seats, *parts.actors.places),
        places=references.places,
        move=query.order,
    )
