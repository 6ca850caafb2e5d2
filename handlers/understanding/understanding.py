"""From a question's text to a reading of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from data.directory import Directory
from data.model import PartyKind
from handlers.understanding import intents
from handlers.understanding.actors import ActorReader, Actors, is_ordinary
from handlers.understanding.marking import Marker, Marks
from handlers.understanding.names import NameKind, RecordNames
from handlers.understanding.occasions import Occasions
from handlers.understanding.periods import period_of
from handlers.understanding.reading import Aspect, Courtesy, Intent, Order, Query, Reading, Status
from handlers.understanding.references import ReferenceReader, References
from handlers.understanding.subjects import HARD, Subjects, subjects_of
from i18n.lexicon import Lexicon, lexicon

EVENT_LINKS: Final = {
    "de",
    "del",
    "la",
    "el",
    "lo",
    "los",
    "las",
    "the",
    "of",
    "in",
    "en",
    "a",
    "con",
    "with",
    "rcm",
    "sacm",
    "crm",
    "csm",
}
EVENT_WORDS: Final = 6
"""Words in which a meeting is named behind "before" or "after"."""
ENOUGH: Final = 2.6
"""Weight from which an intent is taken as said; below it needs to be the only thing that the words can mean."""

LOOSE: Final = 2
"""Words not understood from which "have to" beside a state speaks of something else."""
CLEAR: Final = 3.8
"""Weight from which a word of another subject does not matter any more."""


class Understanding:
    """Reads questions against a directory and the vocabulary of the agreements; made once for both."""

    def __init__(self, directory: Directory, vocabulary: frozenset[str], languages: tuple[str, ...]) -> None:
        self._directory = directory
        self._vocabulary = vocabulary
        self.lexicons: Mapping[str, Lexicon] = {language: lexicon(language) for language in languages}
        names = RecordNames(directory, self.lexicons)
        self._marker = Marker(self.lexicons, names, vocabulary)
        self._references = ReferenceReader(directory)
        self._actors = ActorReader(directory, names.codes)
        self.occasions = Occasions(directory, self.lexicons)

    def read(self, text: str, today: date, language: str) -> Reading:
        """Read a question; ``language`` is how to read words where its own language does not show."""
        marks = self._marker.mark(text, language)
        references = self._references.read(marks)
        period = period_of(marks, today, references.used, lambda position: self._event_days(marks, position, today))
        days = period[1] if period else frozenset()
        actors = self._actors.read(marks, references.used if references.agreements else days)
        terms = [
            f
            for f in marks.names_of(NameKind.TERM)
            if not references.used.intersection(range(f.start, f.end)) and not is_ordinary(marks, f)
        ]
        used = references.used | days | actors.used
        subjects = subjects_of(marks, used, self._knows, self.occasions.is_place)
        return self._reading(marks, references, period[0] if period else None, actors, terms, subjects, days)

    def _knows(self, term: str) -> bool:
        return term in self._vocabulary or self.occasions.knows(term)

    def _reading(self, marks, references, period, actors, terms, subjects, days) -> Reading:  # type: ignore[no-untyped-def]
        topic = dict(subjects.topic)
        found = intents.Found(
            items=bool(references.agreements or references.items),
            codes=bool(references.agreements),
            seats=bool(actors.seats),
            documents=bool(references.documents),
            meetings=bool(references.meetings),
            parties=any(self._can_owe(code) for code in actors.parties),
            acting=bool(actors.parties or actors.seats),
            about=subjects.about,
            leftover=bool(subjects.unknown or subjects.leftover),
            outsiders=bool(actors.outsiders),
            bodies=any(self._is_body(code) for code in actors.parties) or marks.has("organs", "adhoc"),
            speaker=actors.speaker,
            terms=tuple((f.start, f.end) for f in terms),
            period=period is not None,
            topic=subjects.hard,
            meeting_subject=any(self.occasions.knows(term) for term in topic) or bool(actors.places or actors.hosts),
            choice=self._is_choice(marks, actors),
            meeting_place=any(self.occasions.is_place(term) for term in topic),
            overdue=marks.has("status", "overdue"),
            used=references.used | days,
        )
        weights = intents.weigh(marks, found)
        intent, weight = intents.heaviest(weights)
        parties, topic = _acting(intent, actors, topic, marks)
        if intent is Intent.PARTIES and not parties:
            parties = self._groups(marks, topic)
        seated = {marks.words[i].typed for i in actors.free} if len(parties) > len(actors.parties) else set()
        meant = seated | {marks.words[i].typed for f in terms for i in range(f.start, f.end)} | _language_words(marks)
        unknown = tuple(word for word in subjects.unknown if word not in meant)
        leftover = tuple(word for word in subjects.leftover if word not in meant)
        if intent is Intent.AGREEMENTS and references.documents:
            # The place of the minutes is no subject of theirs.
            topic = {
                term: weight for term, weight in topic.items() if term not in self._terms_at(marks, references.named)
            }
        query = Query(
            intent=intent,
            parties=parties,
            outsiders=actors.outsiders,
            agreements=references.agreements,
            documents=references.documents,
            meetings=references.meetings,
            terms=tuple(dict.fromkeys(f.value.id for f in terms)),
            period=period,
            status=_status(marks),
            order=_order(marks, days),
            aspect=_aspect(marks),
            kinds=tuple(dict.fromkeys(f.value.value for f in marks.of("kinds"))),
            past=marks.has("marks", "past") and not marks.has("marks", "future"),
            everybody=marks.has("people", "everybody"),
            topic={**topic, **{f"p:{code.lower().replace('-', '_')}": 1.0 for code in actors.towards}},
            unknown=unknown,
            words=tuple(word for word in subjects.words if word not in meant),
            about=subjects.about,
            language_named=_language_named(marks, intent),
        )
        loose = len(unknown) + len(leftover)
        courtesy = _courtesy(
            marks, subjects, found, weight, loose, _is_said(marks, intent, found, bool(parties), loose)
        )
        if courtesy is not None:
            query = replace(query, intent=Intent.NONE, courtesy=courtesy)
        return Reading(
            query=query,
            language=marks.language,
            corrections=marks.corrections,
            leftover=(*unknown, *leftover),
            speaker=actors.speaker,
            begins=_begins(marks),
            same=marks.has("moves", "same"),
            points_back=marks.has("moves", "that"),
            more=marks.has("moves", "more"),
            other=marks.has("moves", "other"),
            again=marks.has("moves", "send"),
            before_that=any(marks.at(f.end, "moves", "that") for f in marks.of("time", "before")),
            wanted=intent,
            same_number=marks.has("moves", "same_number"),
            corrects=marks.plain(0) == "no",
            number=references.number,
            places=references.places,
            item=references.items[0] if references.items else None,
            move=_order(marks, days),
            cue=max((w for i, w in weights.items()), default=0.0),
        )

    def _terms_at(self, marks: Marks, positions: frozenset[int]) -> set[str]:
        return {t for i in positions for x in self.lexicons.values() for t in x.terms(marks.words[i].typed)}

    def _groups(self, marks: Marks, topic: Mapping[str, float]) -> tuple[str, ...]:
        """The ad hoc groups, or the one whose subject is named."""
        if not marks.has("organs", "adhoc"):
            return ()
        groups = [p for p in self._directory.parties.values() if p.kind is PartyKind.GROUP]
        subjects = {
            p.id: {t for x in self.lexicons.values() for n in (p.name or {}).values() for t in x.terms(n)}
            for p in groups
        }
        best = max((len(subjects[p.id] & topic.keys()) for p in groups), default=0)
        return tuple(p.id for p in groups if len(subjects[p.id] & topic.keys()) == best)

    def _is_choice(self, marks: Marks, actors: Actors) -> bool:
        """ "Guyana, RCM or SACM?": a state and the bodies that it may belong to."""
        bodies = [code for code in (*actors.parties, *actors.towards) if self._is_body(code)]
        states = [code for code in actors.parties if not self._is_body(code)]
        return len(bodies) > 1 and bool(states) and any(w.plain in {"o", "or", "u"} for w in marks.words)

    def _can_owe(self, code: str) -> bool:
        return self._directory.parties[code].kind is not PartyKind.ORGANISATION

    def _is_body(self, code: str) -> bool:
        return self._directory.parties[code].kind is not PartyKind.STATE

    def _event_days(self, marks: Marks, position: int, today: date) -> tuple[date, date, int] | None:
        """The days of the meeting that the words from here on name, the next one where several fit."""
        lexicon = self.lexicons[marks.read_as]
        end, known, kinds = position, dict[str, float](), list[str]()
        for here in range(position, min(position + EVENT_WORDS, len(marks.words))):
            kind = marks.at(here, "kinds")
            terms = [t for t in lexicon.terms(marks.words[here].typed) if self.occasions.knows(t)]
            if kind or terms:
                end = kind.end if kind else here + 1
                kinds += [kind.value.value] if kind else []
                known.update(dict.fromkeys(terms, 1.0))
            elif marks.plain(here) not in EVENT_LINKS and not marks.at(here, "cues", "meetings"):
                break
        if end == position:
            return None
        meetings = [m for m in self._directory.meetings.values() if m.start and len(m.start) == len("2017-09-26")]
        fitting = self.occasions.matching(self.occasions.of_kinds(meetings, kinds), known)
        days = sorted((date.fromisoformat(m.start or ""), date.fromisoformat(m.end or m.start or "")) for m in fitting)
        ahead = [span for span in days if span[1] >= today]
        chosen = ahead[0] if ahead else days[-1] if days else None
        return (*chosen, end) if chosen else None


_LANGUAGE_WORDS: Final = {
    "es": {"espanol", "spanish", "castellano", "castilian"},
    "en": {"ingles", "english"},
}


def _acting(
    intent: Intent, actors: Actors, topic: dict[str, float], marks: Marks
) -> tuple[tuple[str, ...], dict[str, float]]:
    """Who acts, and the subject that is left: a seat stands for its government where a duty is asked for."""
    if intent not in (Intent.DUE, Intent.DELIVERIES, Intent.NOTICES, Intent.PARTIES):
        return actors.parties, topic
    named = any(weight >= HARD for weight in topic.values())
    seats = actors.seats or (actors.places if not actors.parties and not named else ())
    if not seats or actors.outsiders:
        return actors.parties, topic
    lexicons = marks.lexicons.values()
    named = {term for i in actors.free for lexicon in lexicons for term in lexicon.terms(marks.words[i].typed)}
    return (*actors.parties, *seats), {term: weight for term, weight in topic.items() if term not in named}


def _language_named(marks: Marks, intent: Intent) -> str | None:
    """The language that is asked for: "in Spanish"; of documents also "the Spanish ones"."""
    places = {i for f in marks.of("cues", "language") for i in range(f.start, f.end)}
    for position, word in enumerate(marks.words):
        if position in places or intent is Intent.DOCUMENTS:
            for language, names in _LANGUAGE_WORDS.items():
                if word.plain in names:
                    return language
    return None


def _language_words(marks: Marks) -> set[str]:
    return {word.typed for word in marks.words if any(word.plain in names for names in _LANGUAGE_WORDS.values())}


def _status(marks: Marks) -> Status | None:
    for status in (Status.OVERDUE, Status.UNDATED, Status.DATED, Status.UPCOMING):
        if marks.has("status", status.value):
            return status
    return None


def _order(marks: Marks, used: frozenset[int] = frozenset()) -> Order | None:
    """Which of several; "the next meetings" means all that lie ahead, and "next week" is a time."""
    for found in marks.of("moves", "next", "previous", "last", "first"):
        if used.intersection(range(found.start, found.end)):
            continue
        if not marks.plain(found.end).endswith("s") or marks.plain(found.end) in {"es", "is", "was"}:
            return Order(found.value.value)
    return None


def _aspect(marks: Marks) -> Aspect | None:
    found = marks.of("aspects")
    return Aspect(found[0].value.value) if found else None


def _begins(marks: Marks) -> bool:
    """Whether a question starts with "and …", "what about …", whatever thanks or sighs stand before."""
    return any(
        f.start <= 4 and all(marks.is_common(i) or marks.at(i, "chat") for i in range(f.start))
        for f in marks.of("moves", "begins")
    )


def _is_said(marks: Marks, intent: Intent, found: intents.Found, parties: bool, loose: int) -> bool:
    """Whether the intent is said by more than words that fit any subject; ``loose`` words were not understood."""
    said = marks.has("cues", intent.value)
    if intent is Intent.MEETINGS:
        return bool(said or found.meetings or found.meeting_subject)
    if intent is Intent.DUE:
        return bool(said or found.items or found.outsiders or (parties and (found.period or loose < LOOSE)))
    return bool(said or found.items or found.topic or found.documents or parties or found.outsiders or found.terms)


def _courtesy(
    marks: Marks, subjects: Subjects, found: intents.Found, weight: float, loose: int, said: bool
) -> Courtesy | None:
    """Why a question is none of the bot's, None where it is."""
    if marks.has("chat", "injection"):
        return Courtesy.OFF_TOPIC
    firm = bool(found.items or found.topic or found.meetings or (found.terms and marks.has("cues", "glossary")))
    named = found.parties or found.terms or found.documents or found.outsiders or found.seats or found.meeting_place
    if marks.has("chat", "thanks") and weight < ENOUGH and not (firm or named or (found.period and _begins(marks))):
        return Courtesy.THANKS
    clear = weight >= CLEAR and (found.bodies or found.documents or (found.parties and found.period))
    if subjects.off_topic and not ((firm and loose < LOOSE) or clear):
        return Courtesy.OFF_TOPIC
    if weight >= ENOUGH and (said or not loose):
        return None
    if found.meeting_place and loose < LOOSE and not subjects.off_topic:
        return None
    if found.topic and found.topic >= len(subjects.unknown):
        return None
    if (found.parties or found.seats) and found.period and not subjects.unknown and loose < LOOSE:
        return None
    if weight > 0 and (named or firm or found.period) and not loose:
        return None
    if marks.has("chat", "greeting") and not named:
        return Courtesy.GREETING
    return Courtesy.OFF_TOPIC if named or found.period else Courtesy.NOT_UNDERSTOOD
