"""The records' own names, to be found in questions: parties, outsiders, documents and terms in all languages."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, Self

from data.directory import Directory
from data.model import Names, Text
from i18n.catalog import languages
from i18n.lexicon import Lexicon
from i18n.names import states
from i18n.phrases import Phrases
from i18n.words import plain_words, split

STATE_CODE = 2
"""Letters of a state's code, or the UN's: organs and other organisations have longer ones."""


class NameKind(StrEnum):
    """What a name stands for."""

    PARTY = "party"
    SEAT = "seat"
    OUTSIDER = "outsider"
    DOCUMENT = "document"
    TERM = "term"


class Name(NamedTuple):
    """A name of a record; ``language`` is None where it is the same in several."""

    kind: NameKind
    id: str
    language: str | None


class RecordNames:
    """All names, as phrases and as single words for the spelling correction."""

    def __init__(self, phrases: Phrases[Name], words: frozenset[str]) -> None:
        self.phrases = phrases
        self.words = words

    @classmethod
    def of(cls, directory: Directory, lexicons: Mapping[str, Lexicon]) -> Self:
        """The names of all records, but for those that are words of the languages."""
        phrases: Phrases[Name] = Phrases()
        words: set[str] = set()
        by_name: dict[tuple[str, ...], dict[tuple[NameKind, str], set[str]]] = {}
        for kind, id_, language, name in _names(directory):
            key = plain_words(name)
            # Réunion is an island, and what half of the questions are about.
            if key and not (kind is NameKind.OUTSIDER and len(key) == 1 and _is_word(name, lexicons)):
                by_name.setdefault(key, {}).setdefault((kind, id_), set()).add(language)
        for key, owners in by_name.items():
            words.update(key)
            for (kind, id_), said_in in owners.items():
                phrases.add(key, Name(kind, id_, said_in.pop() if len(said_in) == 1 else None))
        return cls(phrases, frozenset(word for word in words if not word.isdigit()))

    def plain(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """These names as JSON can hold them, for `of_plain`."""
        return [self.phrases.plain(), sorted(self.words)]

    @classmethod
    def of_plain(cls, plain: Any) -> Self:  # noqa: ANN401 - whatever JSON holds
        """The names of `plain`."""
        phrases, words = plain
        return cls(Phrases.of_plain(phrases, _name), frozenset(words))


def _name(kind: str, id_: str, language: str | None) -> Name:
    return Name(NameKind(kind), id_, language)


def _is_word(name: str, lexicons: Mapping[str, Lexicon]) -> bool:
    (word,) = split(name)
    return any(lexicon.phrases.has(lexicon.keys(word)) for lexicon in lexicons.values())


def _names(directory: Directory) -> Iterator[tuple[NameKind, str, str, str]]:
    members = directory.parties
    for code, by_language in states().items():
        kind = NameKind.PARTY if code in members else NameKind.OUTSIDER
        yield from ((kind, code, language, name) for language, name in _said(by_language))
    for outsider in directory.outsiders.values():
        yield from ((NameKind.OUTSIDER, outsider.id, language, name) for language, name in _said(outsider.names))
    for party in members.values():
        yield from _of(NameKind.PARTY, party.id, party.names, party.name, party.short)
        yield from ((NameKind.SEAT, party.id, language, name) for language, name in _said(party.seats))
    for document in directory.documents.values():
        yield from _of(NameKind.DOCUMENT, document.id, document.keywords, document.title)
        yield from ((NameKind.DOCUMENT, document.id, language, document.id) for language in languages())
    for term in directory.terms.values():
        yield from _of(NameKind.TERM, term.id, term.names, term.acronym, term.name)


def _of(kind: NameKind, id_: str, names: Names, *texts: Text | None) -> Iterator[tuple[NameKind, str, str, str]]:
    for text in texts:
        for language, name in (text or {}).items():
            yield kind, id_, language, name
    for language, name in _said(names):
        yield kind, id_, language, name


def _said(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    return ((language, name) for language, all_of_them in names.items() for name in all_of_them)
