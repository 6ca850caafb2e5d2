"""Whose duties a question is about: states, bodies, their organs, outsiders, "we"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from data.directory import Directory
from data.model import PartyKind
from handlers.understanding.marking import Marks
from handlers.understanding.names import Name, NameKind
from i18n.lexicon import Entry
from i18n.phrases import Found

CLOSE: Final = 3
"""Words between an organ and the conference that it belongs to, at most."""
_ORGANS: Final = {"troika": PartyKind.TROIKA, "ppt": PartyKind.PRESIDENCY, "ts": PartyKind.SECRETARIAT}


@dataclass(frozen=True, slots=True)
class Actors:
    """``parties`` that act, ``towards`` whom, ``outsiders``.

    ``places`` are states that stand for where something is, ``hosts`` those of a meeting, ``seats`` cities that may
    stand for a government: their words, ``free``, remain for the search.
    """

    parties: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    free: frozenset[int] = frozenset()
    outsiders: tuple[str, ...] = ()
    speaker: bool = False
    used: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    ids: tuple[str, ...]
    is_state: bool = False
    outsider: bool = False
    is_seat: bool = False


class ActorReader:
    """Finds actors; made once for a directory."""

    def __init__(
        self, directory: Directory, states: frozenset[str], codes: frozenset[str], hosting: frozenset[str]
    ) -> None:
        """``states`` are all in the world, ``codes`` ours, ``hosting`` those where a meeting on record is."""
        self._codes, self._hosting = codes, hosting
        self._outsider_codes = states - codes
        self._kinds: Mapping[str, PartyKind] = {party.id: party.kind for party in directory.parties.values()}
        self._organs: dict[str, dict[str, str]] = {name: {} for name in _ORGANS}
        for party in directory.parties.values():
            for name, kind in _ORGANS.items():
                if party.kind is kind and party.conference:
                    self._organs[name][party.conference] = party.id
        self._conferences = tuple(p.id for p in directory.parties.values() if p.kind is PartyKind.CONFERENCE)

    def read(self, marks: Marks, used: frozenset[int]) -> Actors:
        """The actors of a question; ``used`` words are references that name no actor."""
        mentions = sorted(self._mentions(marks, used), key=lambda m: m.start)
        acting: dict[str, None] = {}
        towards: dict[str, None] = {}
        places: dict[str, None] = {}
        outsiders: dict[str, None] = {}
        seats: dict[str, None] = {}
        hosts: dict[str, None] = {}
        free = [
            m
            for m in mentions
            if not m.outsider and not self._is_place(marks, m) and not _is_host(marks, m) and not _is_towards(marks, m)
        ]
        for mention in mentions:
            if _is_left_out(marks, mention):
                continue
            if mention.outsider:
                target = outsiders
            elif mention.is_seat:
                target = hosts if _is_host(marks, mention) else places if self._is_place(marks, mention) else seats
            elif mention.is_state and _is_host(marks, mention):
                target = hosts
            elif mention.is_state and self._is_place(marks, mention):
                target = places
            elif _is_towards(marks, mention) and any(other is not mention for other in free):
                target = towards
            else:
                target = acting
            target.update(dict.fromkeys(mention.ids))
        where = {*places, *seats, *hosts}
        open_words = frozenset(i for m in mentions if set(m.ids) <= where for i in range(m.start, m.end))
        used_here = frozenset(i for m in mentions for i in range(m.start, m.end)) - open_words
        return Actors(
            parties=tuple(acting),
            towards=tuple(towards),
            hosts=tuple(hosts),
            places=tuple(places),
            seats=tuple(code for code in seats if code not in acting),
            free=open_words,
            outsiders=tuple(outsiders),
            speaker=marks.has("people", "we"),
            used=used_here,
        )

    def _mentions(self, marks: Marks, used: frozenset[int]) -> Iterator[_Mention]:
        names = [f for f in marks.names_of(NameKind.PARTY, NameKind.OUTSIDER, NameKind.SEAT) if not _overlaps(f, used)]
        subjects = [c for c in marks.of("concepts") if c.end - c.start > 1]
        names = [
            f
            for f in names
            if not is_ordinary(marks, f)
            and not any(c.start <= f.start and f.end <= c.end and c.end - c.start > f.end - f.start for c in subjects)
        ]
        taken = {i for f in names if self._is_organ(f) for i in range(f.start, f.end)}
        owners: set[int] = set()
        conferences = [f for f in names if f.value.id in self._conferences]
        for organ in marks.of("organs", *_ORGANS):
            if taken.intersection(range(organ.start, organ.end)) or _overlaps(organ, used):
                continue
            by_conference = self._organs[organ.value.value]
            owner = _owner(marks, organ, conferences) or (conferences[0] if len(conferences) == 1 else None)
            if owner is not None and owner.value.id in by_conference:
                owners.add(owner.start)
                yield _Mention(organ.start, organ.end, (by_conference[owner.value.id],))
            else:
                yield _Mention(organ.start, organ.end, tuple(by_conference.values()))
        for both in marks.of("organs", "conferences"):
            yield _Mention(both.start, both.end, self._conferences)
        for name in names:
            if name.start not in owners:
                is_state = self._kinds.get(name.value.id) is PartyKind.STATE
                yield _Mention(
                    name.start, name.end, (name.value.id,), is_state, name.value.kind is NameKind.OUTSIDER,
                    name.value.kind is NameKind.SEAT,
                )  # fmt: skip
        spans = [*((f.start, f.end) for f in names), *((c.start, c.end) for c in subjects)]
        named = {i for start, end in spans for i in range(start, end)} | used
        yield from self._coded(marks, named)

    def _is_place(self, marks: Marks, mention: _Mention) -> bool:
        """Whether a state stands for where something is: "en Chile", "lo de Montevideo"; not "embassy in Ottawa"."""
        before = marks.before(mention.start, "article")
        offices = [f for f in marks.of("people", "office") if f.end <= before and before - f.end <= 1]
        if offices and not any(_is_inside(marks, f.start) for f in offices):
            return False
        about = any(f.end == mention.start for f in marks.entries if f.value.value == "about_place")
        about = about and not (mention.is_state and self._hosting.isdisjoint(mention.ids))
        return about or marks.links(before, "in")

    def _is_organ(self, name: Found[Name]) -> bool:
        return self._kinds.get(name.value.id) in _ORGANS.values()

    def _coded(self, marks: Marks, used: set[int]) -> Iterator[_Mention]:
        """ISO codes: in capitals, unless the whole text is; in small letters where they are no words."""
        shouted = marks.text.isupper() and len(marks.words) > 1
        lexicons = marks.lexicons.values()
        spans = [*((n.start, n.end) for n in marks.names), *((o.start, o.end) for o in marks.of("organs"))]
        taken = {i for start, end in spans for i in range(start, end)}
        for position, word in enumerate(marks.words):
            code = word.plain.rstrip(".").upper()
            if "." in word.typed and word.typed.islower():
                continue
            if position in used or not (code in self._codes or code in self._outsider_codes):
                continue
            if code not in self._codes and position in taken:
                continue
            capital = word.typed.isupper() and not shouted
            word_too = any(x.knows(word) or word.plain in x.spellings for x in lexicons)
            if len(marks.words) == 1 or capital or not word_too:
                yield _Mention(position, position + 1, (code,), is_state=True, outsider=code not in self._codes)


def _owner(marks: Marks, organ: Found[Entry], conferences: list[Found[Name]]) -> Found[Name] | None:
    """The conference that an organ's name is tied to: "secretaría de la CSM", "RCM's troika"."""
    for name in conferences:
        between = range(organ.end, name.start) if name.start >= organ.end else range(name.end, organ.start)
        if len(between) <= CLOSE and all(marks.links(i, "article", "preposition") for i in between):
            return name
    return None


def _is_left_out(marks: Marks, mention: _Mention) -> bool:
    """As in "not the Chilean ones", "sin los de Chile"."""
    before = marks.before(mention.start, "article", "of")
    # "No, the Chilean ones" denies what was said before.
    excepted = [f for f in marks.of("marks", "except") if f.end == before + 1]
    return any("," not in marks.text[marks.words[f.end - 1].end : marks.words[mention.start].start] for f in excepted)


def _is_inside(marks: Marks, position: int) -> bool:
    """Whether "in the" stands before: "at the Chancellery of Panama" is a place."""
    return marks.links(position - 1, "article") and marks.links(marks.before(position, "article"), "in")


def _is_host(marks: Marks, mention: _Mention) -> bool:
    """Whether a state is where a meeting is: "la plenaria de Panamá", "the Berlin meeting"."""
    before = marks.before(mention.start, "article")
    kinds = [*marks.of("kinds"), *marks.of("cues", "meetings")]
    if marks.links(before, "preposition"):
        return any(before - 1 <= kind.end <= before for kind in kinds)
    return marks.has("cues", "meetings") and any(kind.start == mention.end for kind in kinds)


def _is_towards(marks: Marks, mention: _Mention) -> bool:
    return marks.links(marks.before(mention.start, "article"), "towards")


def _overlaps(found: Found[Any], used: frozenset[int]) -> bool:
    return bool(used.intersection(range(found.start, found.end)))


def is_ordinary(marks: Marks, name: Found[Name]) -> bool:
    """Names that are words of the language when typed small: "irán", "us", "un"."""
    if name.end - name.start > 1:
        return False
    word = marks.words[name.start]
    own = marks.lexicons[marks.read_as]
    # "salvadoreño" has the stem of "salvo": only the word itself is ordinary, not what it looks like.
    ordinary = own.is_function(word.plain) or (marks.is_common(name.start) and word.plain in own.spelt)
    return ordinary and not (word.typed[:1].isupper() and (name.start > 0 or len(marks.words) == 1))
