"""A question's words with everything that lexicons and records know of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from handlers.understanding.names import Name, NameKind, RecordNames
from handlers.understanding.reading import Correction
from handlers.understanding.spelling import Speller
from handlers.understanding.tongue import language_of
from i18n.lexicon import Entry, Lexicon
from i18n.phrases import Found, longest
from i18n.words import Word, clean, split

ASKING = frozenset({"cues", "aspects", "status"})
"""Sections whose phrases ask for something, unless they are part of a name."""
SHORTEST_GENITIVE = 4
"""Letters of a name with its genitive, more than which it has to have."""
FOREIGN = frozenset(
    [
        "cues",
        "concepts",
        "kinds",
        "references",
        "organs",
        "links",
        "languages",
        "offtopic",
        "months",
        "numbers",
        "ordinals",
    ]
)
"""Sections of another language that are read in a question: what names things, not what ties words together."""
LONGEST = 3_000
"""Characters that are read of a message: of a longer one its beginning and its end, where questions stand."""


@dataclass(frozen=True)
class Marks:
    """Words, their language, and the phrases found in them. Positions are word indices, ends exclusive."""

    text: str
    words: tuple[Word, ...]
    language: str | None
    read_as: str
    entries: tuple[Found[Entry], ...]
    names: tuple[Found[Name], ...]
    corrections: tuple[Correction, ...]
    lexicons: Mapping[str, Lexicon]

    @cached_property
    def by_section(self) -> dict[str, tuple[Found[Entry], ...]]:
        """The phrases of each section, shorter ones inside longer ones left out, and what is part of a name."""
        sections: dict[str, list[Found[Entry]]] = {}
        for found in self.entries:
            if found.value.section in ASKING and set(range(found.start, found.end)) <= self.in_names:
                continue
            sections.setdefault(found.value.section, []).append(found)
        return {section: longest(found) for section, found in sections.items()}

    @cached_property
    def in_names(self) -> frozenset[int]:
        """The words of names of several: "Santa Sede" is no venue, "Agenda 2030" no year."""
        named = self.names_of(NameKind.PARTY, NameKind.SEAT, NameKind.OUTSIDER, NameKind.TERM)
        return frozenset(i for f in named if f.end - f.start > 1 for i in range(f.start, f.end))

    @cached_property
    def starting(self) -> dict[int, list[Found[Entry]]]:
        """All phrases by the word at which they start, the longest first."""
        places: dict[int, list[Found[Entry]]] = {}
        for found in sorted(self.entries, key=lambda f: f.start - f.end):
            places.setdefault(found.start, []).append(found)
        return places

    def of(self, section: str, *values: str) -> tuple[Found[Entry], ...]:
        """The phrases of a section, in order; only those that stand for one of ``values`` if any is given."""
        found = self.by_section.get(section, ())
        return tuple(f for f in found if f.value.value in values) if values else found

    def has(self, section: str, *values: str) -> bool:
        """Whether a section has a phrase here."""
        return bool(self.of(section, *values))

    def at(self, position: int, section: str, *values: str) -> Found[Entry] | None:
        """The longest phrase of a section that starts at this word."""
        for found in self.starting.get(position, ()):
            if found.value.section == section and (not values or found.value.value in values):
                return found
        return None

    def links(self, position: int, *values: str) -> bool:
        """Whether the word here is a link of these kinds ("de", "the", "y")."""
        return any(f.end == position + 1 and f.value.value in values for f in self._links.get(position, ()))

    @cached_property
    def _links(self) -> dict[int, list[Found[Entry]]]:
        places: dict[int, list[Found[Entry]]] = {}
        for found in self.entries:
            if found.value.section == "links":
                places.setdefault(found.start, []).append(found)
        return places

    def before(self, position: int, *skipped: str) -> int:
        """The word before this one, links of these kinds skipped; -1 where there is none."""
        position -= 1
        while position >= 0 and self.links(position, *skipped):
            position -= 1
        return position

    def names_of(self, *kinds: NameKind) -> tuple[Found[Name], ...]:
        """The longest names of these kinds."""
        return longest(found for found in self.names if found.value.kind in kinds)

    def is_common(self, position: int) -> bool:
        """Whether a word says nothing about the subject in the question's language."""
        return self.lexicons[self.read_as].is_common(self.words[position])

    def plain(self, position: int) -> str:
        """The plain form of a word; empty outside the question."""
        return self.words[position].plain if 0 <= position < len(self.words) else ""


class Marker:
    """Marks questions; made once for a directory."""

    def __init__(self, lexicons: Mapping[str, Lexicon], names: RecordNames, vocabulary: frozenset[str]) -> None:
        self._lexicons = lexicons
        self._names = names
        self._vocabulary = vocabulary
        self._spellers = {language: Speller(lexicon.spelt | names.words) for language, lexicon in lexicons.items()}

    def mark(self, text: str, language: str) -> Marks:
        """Mark a question; ``language`` is how to read it where its own does not show."""
        text = clean(_shortened(text))
        words = split(text)
        own = language_of(text, words, self._lexicons, self._names)
        read_as = own or language
        words, corrections = self._spelt(words, read_as)
        return Marks(
            text=text,
            words=words,
            language=own,
            read_as=read_as,
            entries=tuple(self._entries(words, read_as)),
            names=tuple(self._names.phrases.find([_name_keys(word, read_as) for word in words])),
            corrections=corrections,
            lexicons=self._lexicons,
        )

    def _spelt(self, words: Sequence[Word], language: str) -> tuple[tuple[Word, ...], tuple[Correction, ...]]:
        lexicon = self._lexicons[language]
        spelt: list[Word] = []
        corrections: list[Correction] = []
        for word in words:
            if word.plain in lexicon.spellings:
                spelt += (word._replace(typed=long, plain=long) for long in lexicon.spellings[word.plain])
            elif self._is_known(word, lexicon) or (nearest := self._spellers[language].nearest(word.plain)) is None:
                spelt.append(word)
            else:
                corrections.append(Correction(word.typed, nearest))
                spelt.append(word._replace(typed=nearest, plain=nearest))
        return tuple(spelt), tuple(corrections)

    def _is_known(self, word: Word, lexicon: Lexicon) -> bool:
        return (
            lexicon.knows(word)
            or word.plain in self._names.words
            or any(key in self._vocabulary for key in lexicon.keys(word))
            or any(other.knows(word) for other in self._lexicons.values())
            or lexicon.phrases.has(lexicon.keys(word))
        )

    def _entries(self, words: Sequence[Word], language: str) -> list[Found[Entry]]:
        own = self._lexicons[language]
        found = list(own.phrases.find([own.keys(word) for word in words]))
        covered = {i for f in found for i in range(f.start, f.end)}
        for other in self._lexicons.values():
            if other is not own:
                # A word of the question's own language is not read in another one ("once", "pan", "has").
                keys = [() if i in covered or own.is_common(word) else other.keys(word) for i, word in enumerate(words)]
                found += (f for f in other.phrases.find(keys) if f.value.section in FOREIGN)
        return found


def _name_keys(word: Word, language: str) -> tuple[str, ...]:
    """A name as it is, and without the genitive's "s" that is often typed bare ("Chiles deadlines")."""
    bare = language == "en" and word.plain.endswith("s") and len(word.plain) > SHORTEST_GENITIVE
    return (word.plain, word.plain[:-1]) if bare else (word.plain,)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"
