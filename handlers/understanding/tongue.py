"""Which language a question is in: by its words, its letters and its endings."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from handlers.understanding.names import RecordNames
from i18n.lexicon import Lexicon
from i18n.words import Word, plain, stems

FUNCTION: Final = 2.0
LETTER_WORD: Final = 1.0
"""A word of one letter, which may be an initial."""
WORD: Final = 1.5
STEM: Final = 1.0
NAME: Final = 0.6
LETTER: Final = 3.0
ENDING: Final = 0.6
ACRONYM: Final = 5
"""Letters of a word in capitals that is taken for an acronym, which has no language here."""
SENTENCE: Final = 3
"""Words in capitals that are no row of acronyms."""
CLEAR: Final = 0.5
"""A language is clear when it leads by this much."""


def language_of(text: str, words: Sequence[Word], lexicons: Mapping[str, Lexicon], names: RecordNames) -> str | None:
    """The language that the words speak for, None where none leads clearly."""
    scores = dict.fromkeys(lexicons, 0.0)
    shouted = text.isupper() and sum(word.plain.isalpha() for word in words) >= SENTENCE
    named = list(names.phrases.find([(word.plain,) for word in words]))
    within = {i for f in named if f.end - f.start > 1 for i in range(f.start, f.end)}
    for position, word in enumerate(words):
        acronym = word.typed.isupper() and 1 < len(word.typed) <= ACRONYM and not shouted
        if acronym or position in within or word.plain.isdigit():
            continue
        evidence = {language: _evidence(word, lexicon) for language, lexicon in lexicons.items()}
        shared = min(evidence.values())
        for language, weight in evidence.items():
            scores[language] += weight - shared
    for found in named:
        if found.value.language is not None:
            scores[found.value.language] += NAME
    for language, lexicon in lexicons.items():
        scores[language] += LETTER * any(letter in text.lower() for letter in lexicon.letters)
    first, *rest = sorted(scores, key=lambda language: -scores[language])
    return first if not rest or scores[first] - scores[rest[0]] >= CLEAR else None


def _evidence(word: Word, lexicon: Lexicon) -> float:
    if word.plain in lexicon.loans:
        return 0.0
    if word.plain in lexicon.function:
        return FUNCTION if len(word.plain) > 1 else LETTER_WORD
    if word.plain in lexicon.spellings:
        return FUNCTION
    if word.plain in lexicon.spelt:
        return WORD
    if _stems_known(word, lexicon.common, lexicon.language):
        return STEM
    lower = word.typed.lower()
    accented = not lower.isascii() and lower != plain(lower) and bool(lexicon.letters)
    return ENDING * any(lower.endswith(ending) for ending in lexicon.endings) + ENDING * 2 * accented


def _stems_known(word: Word, known: Collection[str], language: str) -> bool:
    return any(stem in known for stem in stems(word.typed, language))
