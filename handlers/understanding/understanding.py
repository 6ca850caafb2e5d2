"""From a question's text to a reading of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from data.directory import Directory
from data.model import PartyKind
from handlers.understanding import intents
from handlers.understanding.actors import ActorReader, Actors
from handlers.understanding.marking import Marker, Marks
from handlers.understanding.names import NameKind, RecordNames
from handlers.understanding.occasions import Occasions
from handlers.understanding.periods import period_of
from handlers.understanding.reading import Aspect, Courtesy, Intent, Order, Query, Reading, Status
from handlers.understanding.references import ReferenceReader, References
from handlers.understanding.subjects import Subjects, subjects_of
from i18n.lexicon import Lexicon, lexicon

ENOUGH: Final = 2.6
"""Weight from which an intent is taken as said; below it needs to be the only thing that the words can mean."""


class Understanding:
    """Reads questions against a directory and the vocabulary of the agreements; made once for both."""

    def __init__(self, directory: Directory, vocabulary: frozenset[str], languages: tuple[str, ...]) -> None:
        self._directory = directory
        self._vocabulary = vocabulary
        self.lexicons: Mapping[str, Lexicon] = {language: lexicon(language) for language in languages}
        names = RecordNames(directory)
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
        terms = [f for f in marks.names_of(NameKind.TERM) if not references.used.intersection(range(f.start, f.end))]
        used = references.used | days | actors.used | {i for f in terms for i in range(f.start, f.end)}
        subjects = subjects_of(marks, used, self._knows)
        return self._reading(marks, references, period[0] if period else None, actors, terms, subjects, days)

    def _knows(self, term: str) -> bool:
        return term in self._vocabulary or self.occasions.knows(term)

    def _reading(self, marks, references, period, actors, terms, subjects, days) -> Reading:  # type: ignore[no-untyped-def]
        topic = dict(subjects.topic)
        found = intents.Found(
            items=bool(references.agreements or references.items),
            documents=bool(references.documents),
            meetings=bool(references.meetings),
            parties=bool(actors.parties),
            outsiders=bool(actors.outsiders),
            bodies=any(self._is_body(code) for code in actors.parties),
            speaker=actors.speaker,
            terms=tuple((f.start, f.end) for f in terms),
            period=period is not None,
            topic=subjects.is_hard,
            meeting_subject=any(self.occasions.knows(term) for term in topic) or bool(actors.places),
            overdue=marks.has("status", "overdue"),
            used=references.used | days,
        )
        weights = intents.weigh(marks, found)
        intent, weight = intents.heaviest(weights)
        query = Query(
            intent=intent,
            parties=actors.parties,
            outsiders=actors.outsiders,
            agreements=references.agreements,
            documents=references.documents,
            meetings=references.meetings,
            terms=tuple(dict.fromkeys(f.value.id for f in terms)),
            period=period,
            status=_status(marks),
            order=_order(marks),
            aspect=_aspect(marks),
            kinds=tuple(dict.fromkeys(f.value.value for f in marks.of("kinds"))),
            past=marks.has("marks", "past") and not marks.has("marks", "future"),
            everybody=marks.has("people", "everybody"),
            topic={**topic, **{f"p:{code.lower().replace('-', '_')}": 1.0 for code in actors.towards}},
            unknown=subjects.unknown,
            words=subjects.words,
            language_named=self._language_named(marks),
        )
        courtesy = _courtesy(marks, subjects, found, weight, bool(subjects.unknown or subjects.leftover))
        if courtesy is not None:
            query = replace(query, intent=Intent.NONE, courtesy=courtesy)
        return Reading(
            query=query,
            language=marks.language,
            corrections=marks.corrections,
            leftover=(*subjects.unknown, *subjects.leftover),
            speaker=actors.speaker,
            begins=any(f.start == 0 for f in marks.of("moves", "begins")),
            same=marks.has("moves", "same"),
            points_back=marks.has("moves", "that"),
            more=marks.has("moves", "more"),
            item=references.items[0] if references.items else None,
            move=_order(marks),
            cue=max((w for i, w in weights.items()), default=0.0),
        )

    def _is_body(self, code: str) -> bool:
        return self._directory.parties[code].kind is not PartyKind.STATE

    def _event_days(self, marks: Marks, position: int, today: date) -> tuple[date, date] | None:
        """The days of the meeting that the words from here on name, the next one where several fit."""
        words = " ".join(word.typed for word in marks.words[position : position + 5])
        terms = {t: 1.0 for t in self.lexicons[marks.read_as].terms(words)}
        known = {t: w for t, w in terms.items() if self.occasions.knows(t)}
        kinds = [f.value.value for f in marks.of("kinds") if position <= f.start < position + 4]
        if not known and not kinds:
            return None
        meetings = [m for m in self._directory.meetings.values() if m.start and len(m.start) == len("2017-09-26")]
        fitting = self.occasions.matching(self.occasions.of_kinds(meetings, kinds), known)
        days = sorted((date.fromisoformat(m.start or ""), date.fromisoformat(m.end or m.start or "")) for m in fitting)
        ahead = [span for span in days if span[1] >= today]
        return ahead[0] if ahead else days[-1] if days else None

    def _language_named(self, marks: Marks) -> str | None:
        for found in marks.of("cues", "language"):
            words = {marks.plain(i) for i in range(found.start, found.end)}
            for language, names in _LANGUAGE_WORDS.items():
                if words & names:
                    return language
        return next(
            (lang for lang, names in _LANGUAGE_WORDS.items() if any(w.plain in names for w in marks.words)), None
        )


_LANGUAGE_WORDS: Final = {
    "es": {"espanol", "spanish", "castellano", "castilian"},
    "en": {"ingles", "english"},
}


def _status(marks: Marks) -> Status | None:
    for status in (Status.OVERDUE, Status.UNDATED, Status.UPCOMING):
        if marks.has("status", status.value):
            return status
    return None


def _order(marks: Marks) -> Order | None:
    found = [f for f in marks.of("moves", "next", "previous", "last", "first")]
    return Order(found[0].value.value) if found else None


def _aspect(marks: Marks) -> Aspect | None:
    found = marks.of("aspects")
    return Aspect(found[0].value.value) if found else None


def _courtesy(marks: Marks, subjects: Subjects, found: intents.Found, weight: float, unclear: bool) -> Courtesy | None:
    """Why a question is none of the bot's, None where it is."""
    if marks.has("chat", "injection"):
        return Courtesy.OFF_TOPIC
    anchored = found.items or found.topic or found.meetings
    if subjects.off_topic and not anchored:
        return Courtesy.OFF_TOPIC
    if weight >= ENOUGH:
        return None
    named = found.parties or found.terms or found.documents or anchored or found.period or found.outsiders
    if weight > 0 and named and not unclear:
        return None
    if marks.has("chat", "thanks"):
        return Courtesy.THANKS
    if marks.has("chat", "greeting"):
        return Courtesy.GREETING
    return Courtesy.NOT_UNDERSTOOD if not named else Courtesy.OFF_TOPIC
