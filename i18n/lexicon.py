"""What a language's delegates write: the words of ``<language>/lexicon.yaml``, ready to be found in questions.

A new language is a new folder; nothing here names one.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import metadata
from typing import Any, Final, NamedTuple, Self

import yaml
from babel.dates import get_day_names, get_month_names

from i18n.catalog import FOLDER, locale
from i18n.phrases import Phrases
from i18n.words import Word, plain, split, stem, stems

PHRASE_SECTIONS: Final = (
    "cues", "aspects", "status", "moves", "time", "references", "organs", "people", "kinds", "marks", "links",
    "languages", "chat", "concepts",
)  # fmt: skip
EXACT_SECTIONS: Final = frozenset(
    {"status", "marks", "moves", "people", "chat", "aspects", "time", "links", "languages", "offtopic"}
)
"""Sections whose words are matched to the letter: tense and number tell there."""
EXACT_CUES: Final = frozenset({"notices", "language"})
"""Cues that are imperatives: other forms of their verbs speak of something else."""
NUMBER_SECTIONS: Final = ("numbers", "ordinals", "months", "weekdays", "seasons", "feasts")

_CODE: Final = ("lexicon.py", "phrases.py", "words.py")
_LIBRARIES: Final = ("Babel", "PyStemmer")


class Entry(NamedTuple):
    """What a phrase of a lexicon stands for: ``cues``/``due``, ``concepts``/``questionnaire``, ``numbers``/``11``."""

    section: str
    value: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words."""

    language: str
    letters: frozenset[str]
    endings: tuple[str, ...]
    spellings: Mapping[str, tuple[str, ...]]
    function: frozenset[str]
    common: frozenset[str]
    phrases: Phrases[Entry]
    spelt: frozenset[str]
    stems: frozenset[str]
    loans: frozenset[str]

    def keys(self, word: Word) -> tuple[str, ...]:
        """The keys under which a word's phrases stand: its stems and its letter form; a function word has no stem."""
        exact = "=" + word.plain
        return (exact,) if word.plain in self.function else (*stems(word.typed, self.language), exact)

    def knows(self, word: Word) -> bool:
        """Whether a word needs no spelling correction in this language."""
        known = word.plain in self.spelt or word.plain in self.function or self.is_common(word)
        return known or any(s in self.stems for s in stems(word.typed, self.language))

    def is_function(self, plain_word: str) -> bool:
        """Whether a word in its plain form only ties others together."""
        return plain_word in self.function

    def is_common(self, word: Word) -> bool:
        """Whether a word says nothing about the subject."""
        return word.plain in self.function or any(s in self.common for s in stems(word.typed, self.language))

    def terms(self, text: str) -> tuple[str, ...]:
        """The subjects of a text: its concepts (``c:questionnaire``) and the stems of its other content words."""
        words = split(text)
        found = {
            (place.start, place.end): place.value
            for place in self.phrases.find([self.keys(word) for word in words])
            if place.value.section == "concepts"
        }
        covered = {index for start, end in found for index in range(start, end)}
        rest = (w for i, w in enumerate(words) if i not in covered and not self.is_common(w) and not w.plain.isdigit())
        return (*(f"c:{entry.value}" for entry in found.values()), *(stem(w.typed, self.language) for w in rest))

    def plain(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """This lexicon as JSON can hold it, for `of_plain`."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        return plain | {name: sorted(plain[name]) for name in _SETS} | {"phrases": self.phrases.plain()}

    @classmethod
    def of_plain(cls, plain: Any) -> Self:  # noqa: ANN401 - whatever JSON holds
        """The lexicon of `plain`."""
        sets = {name: frozenset(plain[name]) for name in _SETS}
        phrases = Phrases.of_plain(plain["phrases"], Entry)
        return cls(**{**plain, **sets, "phrases": phrases, "endings": tuple(plain["endings"])})


_SETS: Final = ("letters", "function", "common", "spelt", "stems", "loans")


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, read once."""
    raw = yaml.load((FOLDER / language / "lexicon.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    phrases: Phrases[Entry] = Phrases()
    common = [word for part in _parts(raw["common"]) for word in _words(part)]
    spelt = {plain(word) for word in common}
    stemmed: set[str] = set()
    function = frozenset(plain(word) for word in _parts(raw["function"]))
    for entry, phrase in _entries(raw, language):
        exact = phrase.startswith("=")
        words = _words(phrase.removeprefix("="))
        forms = [plain(word) for word in words]
        if entry.section != "offtopic":
            spelt.update(forms)
        # "cómo" and "comer" have one stem: function words stand for themselves.
        free = () if exact else [position for position, form in enumerate(forms) if form not in function]
        keys = ["=" + form for form in forms]
        # People leave accents out, and the stemmer needs them: "debía" and "debia" have two stems.
        for spelling in (words, forms) if free and words != forms else (words,):
            for position in free:
                keys[position] = stem(spelling[position], language)
                stemmed.add(keys[position])
            phrases.add(keys, entry)
    return Lexicon(
        language=language,
        letters=frozenset(raw["letters"]),
        endings=tuple(_parts(raw["endings"])),
        spellings={plain(short): tuple(map(plain, _words(long))) for short, long in _pairs(raw["spellings"])},
        function=function,
        common=frozenset(s for word in common for s in stems(word, language)),
        phrases=phrases,
        spelt=frozenset(spelt),
        stems=frozenset(stemmed),
        loans=frozenset(plain(word) for loan in _parts(raw["loans"]) for word in _words(loan)),
    )


def version() -> str:
    """A digest that changes whenever a lexicon may make other terms of the same text: of words, code and libraries."""
    found = hashlib.sha256(" ".join(map(metadata.version, _LIBRARIES)).encode())
    for path in (*sorted(FOLDER.glob("*/lexicon.yaml")), *(FOLDER / name for name in _CODE)):
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _entries(raw: Mapping[str, Any], language: str) -> Iterator[tuple[Entry, str]]:
    for section in PHRASE_SECTIONS:
        for value, phrases in raw[section].items():
            entry = Entry(section, value)
            exact = section in EXACT_SECTIONS or (section == "cues" and value in EXACT_CUES)
            for phrase in _parts(phrases):
                yield entry, "=" + phrase.removeprefix("=") if exact else phrase
    for section in NUMBER_SECTIONS:
        for phrase, number in _pairs(raw[section]):
            yield Entry(section, number), "=" + phrase
    for number, name in get_month_names("wide", locale=locale(language)).items():
        yield Entry("months", str(number)), "=" + name
    for number, name in get_day_names("wide", locale=locale(language)).items():
        yield Entry("weekdays", str(number + 1)), "=" + name
    for phrase in _parts(raw["offtopic"]):
        yield Entry("offtopic", "offtopic"), "=" + phrase


def _words(phrase: str) -> list[str]:
    """The words of a lexicon's phrase, which is tidier than what people type."""
    return phrase.replace("-", " ").split()


def _parts(block: str) -> Iterator[str]:
    return (" ".join(part.split()) for part in block.split(",") if not part.isspace() and part)


def _pairs(block: str) -> Iterator[tuple[str, str]]:
    for part in _parts(block):
        left, _, right = part.partition("=")
        yield left.strip(), right.strip()
