"""Finding agreements by terms: words of [a-z0-9_:] that the lexicon makes of a text.

The terms stand in the FTS5 table ``agreement_terms``, written by `data.search_index`. The index names at most 1,000
candidates by the rarest terms; these are scored exactly from their stored terms.
"""

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from sqlite_utils import Database

from data.columns import to_json

_CANDIDATES = 1_000
_SAMPLE = 200
_RETURNED = 50
_TITLE_FACTOR = 2.0
_UNKNOWN_DF = 0.5

_Row: TypeAlias = tuple[int, str, str]
# An agreement's key, and its terms in the title and elsewhere, with a space on either side of each.


@dataclass(frozen=True, slots=True)
class Hit:
    """An agreement that has some of the terms.

    ``matched`` are those it has; ``share`` is their part, from 0 to 1, of all that was asked, weighted by rarity.
    ``score`` orders hits of one search, with matches in the title counted twice; it has no unit.
    """

    agreement: str
    score: float
    matched: frozenset[str]
    share: float


class Search:
    """The index of agreements. Every method sees what is committed when it is called."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def search(self, terms: Mapping[str, float]) -> tuple[Hit, ...]:
        """The best 50 agreements for these terms and their weights (above 0), best first, equals by identifier."""
        asked = {term: weight for term, weight in terms.items() if weight > 0}
        frequency = self._frequencies(asked)
        if not frequency:
            return ()
        agreements = self._db.execute("SELECT count(*) FROM agreement").fetchone()[0]
        value = {term: weight * _rarity(agreements, frequency.get(term, _UNKNOWN_DF)) for term, weight in asked.items()}
        known = {term: value[term] for term in frequency}
        whole = sum(value.values())
        return tuple(
            Hit(id_, score, matched, sum(value[term] for term in matched) / whole)
            for score, id_, matched in self._best(_scored(self._candidates(frequency), known), known)
        )

    def vocabulary(self) -> frozenset[str]:
        """Every term of the index."""
        return frozenset(term for (term,) in self._db.execute("SELECT term FROM term_frequency"))

    def _frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """How many agreements have each term, the rarest first; without those that none has."""
        found: list[tuple[str, int]] = self._db.execute(
            "SELECT term, agreements FROM term_frequency WHERE term IN (SELECT value FROM json_each(?))"
            " ORDER BY agreements, term",
            [to_json(sorted(terms))],
        ).fetchall()
        return dict(found)

    def _candidates(self, frequency: Mapping[str, int]) -> list[_Row]:
        """What to score, for terms that are all in the index, the rarest first."""
        chosen: list[str] = []
        total = 0
        for term, agreements in frequency.items():
            total += agreements
            if total > _CANDIDATES:
                break
            chosen.append(term)
        if chosen:
            return self._rows(" OR ".join(map(_quoted, chosen)), _CANDIDATES)
        query = ""
        for term in frequency:
            narrower = f"{query} AND {_quoted(term)}" if query else _quoted(term)
            count = self._count(narrower)
            if not count:
                break
            query = narrower
            if count <= _CANDIDATES:
                return self._rows(query, _CANDIDATES)
        # Terms that are everywhere: a sample will do, with the rarest of them in the title before anything else.
        titled = f"title : {_quoted(next(iter(frequency)))}"
        return list(dict.fromkeys([*self._rows(titled, _SAMPLE), *self._rows(query, _SAMPLE)]))

    def _rows(self, query: str, limit: int) -> list[_Row]:
        return self._db.execute(
            "SELECT rowid, title, body FROM agreement_terms WHERE agreement_terms MATCH ? ORDER BY rowid LIMIT ?",
            [query, limit],
        ).fetchall()

    def _count(self, query: str) -> int:
        """How many match, but at most one more than there may be candidates."""
        sql = "SELECT count(*) FROM (SELECT 1 FROM agreement_terms WHERE agreement_terms MATCH ? LIMIT ?)"
        return int(self._db.execute(sql, [query, _CANDIDATES + 1]).fetchone()[0])

    def _best(
        self, scored: list[tuple[float, _Row]], value: Mapping[str, float]
    ) -> Iterator[tuple[float, str, frozenset[str]]]:
        """Score, identifier and matched terms of the best, in order."""
        least = heapq.nlargest(_RETURNED, (score for score, _ in scored))[-1]
        best = {row[0]: (score, row) for score, row in scored if score >= least}
        ids: list[tuple[int, str]] = self._db.execute(
            "SELECT key, id FROM agreement WHERE key IN (SELECT value FROM json_each(?))", [to_json(list(best))]
        ).fetchall()
        ids.sort(key=lambda found: (-best[found[0]][0], _order(found[1])))
        for key, id_ in ids[:_RETURNED]:
            score, (_, title, body) = best[key]
            yield score, id_, frozenset(term for term in value if f" {term} " in title or f" {term} " in body)


def _scored(rows: Iterable[_Row], value: Mapping[str, float]) -> list[tuple[float, _Row]]:
    terms = [(f" {term} ", worth, worth * _TITLE_FACTOR) for term, worth in value.items()]
    found = []
    for row in rows:
        _, title, body = row
        score = 0.0
        for term, worth, in_title in terms:
            if term in title:
                score += in_title
            elif term in body:
                score += worth
        found.append((score, row))
    return found


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _rarity(agreements: int, having: float) -> float:
    return math.log(1 + (agreements - having + 0.5) / (having + 0.5))


def _order(agreement: str) -> tuple[str, int, str]:
    document, _, number = agreement.rpartition("-")
    return document, int(number) if number.isdecimal() else 0, number
