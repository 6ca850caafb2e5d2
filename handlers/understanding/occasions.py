"""Which meetings a question means: by kind, by who meets, by place and subject."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from data.directory import Directory
from data.model import Meeting, MeetingKind, PartyKind, Text
from i18n.lexicon import Lexicon
from i18n.names import state

NEAR_BEST: Final = 0.72
"""Of the best match's score, what another meeting needs to be meant as well."""

_KINDS: Final[Mapping[str, Callable[[Meeting], bool]]] = {
    "plenary": lambda m: m.kind is MeetingKind.PLENARY,
    "virtual": lambda m: m.virtual,
    "in_person": lambda m: not m.virtual,
    "negotiation": lambda m: m.kind in (MeetingKind.NEGOTIATION, MeetingKind.DIALOGUE),
    "dialogue": lambda m: m.kind is MeetingKind.DIALOGUE,
    "preparatory": lambda m: m.kind is MeetingKind.PREPARATORY,
    "side_event": lambda m: m.kind is MeetingKind.SIDE_EVENT,
    "working": lambda m: m.kind is MeetingKind.WORKING,
    "group": lambda m: m.kind is MeetingKind.GROUP,
    "troikas": lambda m: m.kind is MeetingKind.TROIKAS or any(code.endswith("TROIKA") for code in m.parties),
    "presidencies": lambda m: m.kind is MeetingKind.PRESIDENCIES,
}


class Occasions:
    """The meetings on record by what is said of them; made once for a directory."""

    def __init__(self, directory: Directory, lexicons: Mapping[str, Lexicon]) -> None:
        self._directory = directory
        self._lexicons = lexicons
        self._names = {m.id: frozenset(_terms(lexicons, (m.title, m.place or {}))) for m in directory.meetings.values()}
        self._terms = {m.id: self._names[m.id] | frozenset(_keywords(m, lexicons)) for m in directory.meetings.values()}
        self._named = frozenset(term for terms in self._names.values() for term in terms)
        self._frequency = Counter(term for terms in self._terms.values() for term in terms)
        self._places = frozenset(
            term for m in directory.meetings.values() if m.place for term in _terms(lexicons, (m.place,))
        )

    def is_place(self, term: str) -> bool:
        """Whether a subject is where a meeting is."""
        return term in self._places

    def is_named(self, term: str) -> bool:
        """Whether a meeting has this subject in its title or place."""
        return term in self._named

    def knows(self, term: str) -> bool:
        """Whether any meeting has this subject."""
        return term in self._frequency

    def of_kinds(self, meetings: Iterable[Meeting], kinds: Iterable[str]) -> list[Meeting]:
        """Those of all these kinds; a kind that none of them has is passed over."""
        left = list(meetings)
        for kind in kinds:
            test = _KINDS.get(kind)
            narrowed = [meeting for meeting in left if test and test(meeting)]
            left = narrowed or left
        return left

    def matching(self, meetings: Iterable[Meeting], topic: Mapping[str, float]) -> list[Meeting]:
        """Those that fit the subjects best; all of them where no subject is known to any."""
        known = {term: weight for term, weight in topic.items() if term in self._frequency}
        meetings = list(meetings)
        if not known:
            return meetings
        scores = {
            m.id: sum(w * self._worth(t, m.id) for t, w in known.items() if t in self._terms[m.id]) for m in meetings
        }
        best = max(scores.values(), default=0.0)
        return [m for m in meetings if best and scores[m.id] >= best * NEAR_BEST]

    def speaks_of(self, meeting: Meeting, topic: Mapping[str, float]) -> bool:
        """Whether a meeting has one of these subjects in its title or place."""
        return not self._names[meeting.id].isdisjoint(topic)

    def _worth(self, term: str, meeting: str) -> float:
        """A subject's rarity; twice as much in a title or place as among what people also call it."""
        rarity = math.log(1 + len(self._terms) / self._frequency[term])
        return rarity * 2 if term in self._names[meeting] else rarity

    def of_party(self, meetings: Iterable[Meeting], parties: Iterable[str]) -> list[Meeting]:
        """Those that these parties, or bodies of which they are members, take part in."""
        left = list(meetings)
        for code in parties:
            party = self._directory.parties.get(code)
            if party is None:
                continue
            if party.kind is PartyKind.STATE:
                narrowed = [m for m in left if code in m.parties or set(m.parties) & self._bodies(code, m)]
            else:
                narrowed = [m for m in left if code in m.parties]
            left = narrowed or left
        return left

    def hosted(self, meetings: Iterable[Meeting], parties: Iterable[str]) -> list[Meeting]:
        """Those that are held in one of these states."""
        states = [c for c in parties if self._directory.parties[c].kind is PartyKind.STATE]
        named = {
            term
            for code in states
            for language, lexicon in self._lexicons.items()
            for term in lexicon.terms(state(code, language))
        }
        return [meeting for meeting in meetings if named & self._terms[meeting.id]]

    def _bodies(self, code: str, meeting: Meeting) -> set[str]:
        return {
            body.id
            for body in self._directory.parties.values()
            if body.id in meeting.parties and any(member.party == code for member in body.members)
        }


def _terms(lexicons: Mapping[str, Lexicon], texts: Iterable[Text]) -> Iterable[str]:
    for text in texts:
        for language, lexicon in lexicons.items():
            yield from lexicon.terms(text.get(language, ""))


def _keywords(meeting: Meeting, lexicons: Mapping[str, Lexicon]) -> Iterable[str]:
    for language, lexicon in lexicons.items():
        for words in meeting.keywords.get(language, ()):
            yield from lexicon.terms(words)
