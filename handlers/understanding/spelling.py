"""Spelling correction: an unknown word is read as the nearest known one, if one is near enough."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Length from which one or two slips are forgiven: below, words of other subjects would be pulled in.
ONE_SLIP: Final = 5
TWO_SLIPS: Final = 14


class Speller:
    """Known words by length, so that only words that can be near are compared."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(set(words)):
            if len(word) >= ONE_SLIP - 1:
                self._by_length.setdefault(len(word), []).append(word)

    def nearest(self, word: str) -> str | None:
        """The known word that differs by the fewest slips (letters wrong, missing, doubled or swapped), else None.

        One slip in words of five letters or more, two from fourteen on; of equally near words the one that ends alike.
        A silent "h" at the beginning is always supplied.
        """
        if (silent := "h" + word) in self._by_length.get(len(silent), ()):
            return silent
        slips = 2 if len(word) >= TWO_SLIPS else 1 if len(word) >= ONE_SLIP else 0
        if not slips or not word.isalpha():
            return None
        candidates = [
            known
            for length in range(len(word) - slips, len(word) + slips + 1)
            for known in self._by_length.get(length, ())
        ]
        near = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=slips, limit=None)
        if not near:
            return None
        best = min(near, key=lambda found: (found[1], found[0][0] != word[0], found[0][-1] != word[-1], found[0]))
        # The first letter is seldom mistyped: a word that begins otherwise is another word.
        return best[0] if best[0][0] == word[0] else None
