"""Which meetings a question means: by kind, by who meets, by place and subject."""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final, TypeAlias

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


Subjects: TypeAlias = Mapping[str, Mapping[str, Collection[str]]]
"""Terms by meeting: of ``names`` (title and place), ``keywords`` and ``places``; by state: of its name."""


def subjects_of(directory: Directory, lexicons: Mapping[str, Lexicon]) -> Subjects:
    """What is said of each meeting on record, and of the states that may be its hosts."""
    meetings = directory.meetings.values()
    return {
        "names": {m.id: sorted(set(_terms(lexicons, (m.title, m.place or {})))) for m in meetings},
        "keywords": {m.id: sorted(set(_keywords(m, lexicons))) for m in meetings},
        "places": {m.id: sorted(set(_terms(lexicons, (m.place,)))) for m in meetings if m.place},
        "states": {
            code: sorted({term for language in lexicons for term in lexicons[language].terms(state(code, language))})
            for code, party in directory.parties.items()
            if party.kind is PartyKind.STATE
        },
    }


class Occasions:
    """The meetings on record by what is said of them; made once for a directory."""

    def __init__(self, directory: Directory, subjects: Subjects) -> None:
        """``subjects`` are those of `subjects_of` for this directory."""
        self._directory = directory
        self._names = {id_: frozenset(terms) for id_, terms in subjects["names"].items()}
        self._terms = {id_: self._names[id_].union(terms) for id_, terms in subjects["keywords"].items()}
        self._named = frozenset[str]().union(*self._names.values())
        self._having: defaultdict[str, set[str]] = defaultdict(set)
        for meeting, terms in self._terms.items():
            for term in terms:
                self._having[term].add(meeting)
        self._states = subjects["states"]
        self._places = frozenset(term for terms in subjects["places"].values() for term in terms)

    def is_place(self, term: str) -> bool:
        """Whether a subject is where a meeting is."""
        return term in self._places

    def is_named(self, term: str) -> bool:
        """Whether a meeting has this subject in its title or place."""
        return term in self._named

    def knows(self, term: str) -> bool:
        """Whether any meeting has this subject."""
        return term in self._having

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
        known = {term: weight for term, weight in topic.items() if term in self._having}
        meetings = list(meetings)
        if not known:
            return meetings
        having = frozenset[str]().union(*(self._having[term] for term in known))
        meetings = [meeting for meeting in meetings if meeting.id in having]
        scores = {
            m.id: sum(w * self._worth(t, m.id) for t, w in known.items() if t in self._terms[m.id]) for m in meetings
        }
        best = max(scores.values(), default=0.0)
        return [m for m in meetings if scores[m.id] >= best * NEAR_BEST]

    def speaks_of(self, meeting: Meeting, topic: Mapping[str, float]) -> bool:
        """Whether a meeting has one of these subjects in its title or place."""
        return not self._names[meeting.id].isdisjoint(topic)

    def _worth(self, term: str, meeting: str) -> float:
        """A subject's rarity; twice as much in a title or place as among what people also call it."""
        rarity = math.log(1 + len(self._terms) / len(self._having[term]))
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
        named = {term for code in parties for term in self._states.get(code, ())}
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
