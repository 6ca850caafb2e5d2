"""Words as people type them, reduced so that spelling variants meet.

A word has a *plain* form (lower case, no accents) and a *stem* in each language (Snowball). Lexicons, records
and questions all pass through here, so that they meet in the same keys.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

import Stemmer

STEMMERS: Final = {"es": Stemmer.Stemmer("spanish"), "en": Stemmer.Stemmer("english")}

# Letters only: a soft hyphen or a joiner inside a word is typography, a control or direction mark is noise.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_DOTTED = re.compile(r"\b(?:[^\W\d_]{1,2}\.){2,}(?:[^\W\d_]{1,2}\b)?")
_WORD = re.compile(r"[^\W_]+(?:['’´`][^\W_]+)*", re.UNICODE)
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_REGIONAL = 0x1F1E6 - ord("A")
_PLAIN_WORD = re.compile(r"[^\W_]+")
_NO_APOSTROPHES = str.maketrans("", "", "'’´`")
_STRETCHED = re.compile(r"(.)\1{2,}")


class Word(NamedTuple):
    """A word of a text: as typed, where, and its plain form."""

    typed: str
    plain: str
    start: int
    end: int


def clean(text: str) -> str:
    """Compose characters and drop what cannot be seen; line ends and controls become spaces, flags their codes."""
    text = _FLAG.sub(lambda flag: f" {''.join(chr(ord(c) - _REGIONAL) for c in flag.group())} ", text)
    composed = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return "".join(c if c.isprintable() else " " for c in composed)


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """Lower case without accents, dots or apostrophes: ``EE.UU.`` becomes ``eeuu``, ``what's`` ``whats``."""
    word = word.translate(_NO_APOSTROPHES).casefold()
    if word.isascii():
        return word.replace(".", "")
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace(".", "")


def split(text: str) -> tuple[Word, ...]:
    """The words of a cleaned text in order; dotted abbreviations are one word, stretched letters are shortened."""
    if "." not in text:
        return tuple(_words(text, 0, len(text)))
    found: list[Word] = []
    position = 0
    for dotted in _DOTTED.finditer(text):
        found += _words(text, position, dotted.start())
        found.append(Word(dotted.group(), _abbreviation(dotted.group()), dotted.start(), dotted.end()))
        position = dotted.end()
    return (*found, *_words(text, position, len(text)))


def plain_words(text: str) -> tuple[str, ...]:
    """The plain forms of the words of a tidy text, such as a record's name: as `split` has them, and faster."""
    if "." in text:
        return tuple(word.plain for word in split(text))
    return tuple(_PLAIN_WORD.findall(plain(text)))


def _abbreviation(dotted: str) -> str:
    """``EE.UU.`` is ``eeuu``; two letters keep a dot, so that ``U.S.`` is no pronoun."""
    letters = plain(dotted)
    return letters + "." if len(letters) == 2 else letters


def _words(text: str, start: int, end: int) -> Iterable[Word]:
    stretched = _STRETCHED.search(text, start, end) is not None
    for match in _WORD.finditer(text, start, end):
        typed = match.group()
        short = _STRETCHED.sub(r"\1\1", typed) if stretched and not typed[0].isdigit() else typed
        yield Word(typed, plain(short), *match.span())


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a word as typed (accents help the Spanish stemmer), without accents."""
    return plain(STEMMERS[language].stemWord(word.translate(_NO_APOSTROPHES).lower()))


@lru_cache(maxsize=50_000)
def stems(word: str, language: str) -> tuple[str, ...]:
    """The stem of a word as typed and of its plain form: *declaración* and *declaracion* share one."""
    first = stem(word, language)
    if word.isascii():
        return (first,)
    second = stem(plain(word), language)
    return (first,) if first == second else (first, second)
