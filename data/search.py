"""Finding agreements by terms: words of [a-z0-9_:] that the lexicon makes of a text.

The index is the FTS5 table ``agreement_terms``; its writers run inside the caller's `writing` block.
"""

import heapq
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sqlite_utils import Database

from data.columns import to_text
from data.model import Agreement, Text

TermsOf: TypeAlias = Callable[[str, str], Sequence[str]]
"""The terms of a text in a language."""

_CANDIDATES = 2_000
_RETURNED = 50
_TITLE_FACTOR = 2.0
_UNKNOWN_DF = 0.5


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
        if not asked:
            return ()
        frequency = self._frequencies(asked)
        agreements = self._db.execute("SELECT count(*) FROM agreement").fetchone()[0]
        value = {
            term: weight * _rarity(agreements, frequency.get(term, _UNKNOWN_DF)) for term, weight in asked.items()
        }
        found = self._candidates(sorted(frequency, key=lambda term: (frequency[term], term)), frequency)
        return _best(found, {term: value[term] for term in frequency}, sum(value.values()))

    def vocabulary(self) -> frozenset[str]:
        """Every term of the index."""
        return frozenset(term for (term,) in self._db.execute("SELECT term FROM agreement_vocabulary"))

    def _frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """How many agreements have each term; without those that none has."""
        found = (
            self._db.execute("SELECT term, doc FROM agreement_vocabulary WHERE term = ?", [term]).fetchone()
            for term in terms
        )
        return {row[0]: row[1] for row in found if row is not None}

    def _candidates(self, rarest_first: list[str], frequency: Mapping[str, int]) -> list[tuple[str, str, str]]:
        """Identifier, title terms and body terms of the agreements worth scoring."""
        if not rarest_first:
            return []
        chosen, total = rarest_first[:1], frequency[rarest_first[0]]
        if total <= _CANDIDATES:
            for term in rarest_first[1:]:
                total += frequency[term]
                if total > _CANDIDATES:
                    break
                chosen.append(term)
            return self._matching(" OR ".join(_quoted(chosen)), _CANDIDATES)
        found: list[tuple[str, str, str]] = []
        for count in range(1, len(rarest_first) + 1):
            narrower = self._matching(" AND ".join(_quoted(rarest_first[:count])), _CANDIDATES + 1)
            if not narrower:
                break
            found = narrower
            if len(found) <= _CANDIDATES:
                return found
        # Still too many: those with a rare term in the title are the better ones.
        titled = self._matching("title : (" + " OR ".join(_quoted(rarest_first)) + ")", _CANDIDATES)
        return list(dict.fromkeys([*titled, *found]))

    def _matching(self, query: str, limit: int) -> list[tuple[str, str, str]]:
        return self._db.execute(
            "SELECT id, title, body FROM agreement_terms WHERE agreement_terms MATCH ? ORDER BY rowid LIMIT ?",
            [query, limit],
        ).fetchall()


def index(db: Database, agreement_id: str, title_terms: Sequence[str], body_terms: Sequence[str]) -> None:
    """Put an agreement that is in the store into the index, in the place of what it held of it.

    A term that is no word of [a-z0-9_:] can be found only if it holds no space and no ASCII punctuation.
    """
    unindex(db, agreement_id)
    db.execute(
        "INSERT INTO agreement_terms (rowid, id, title, body) SELECT key, id, ?, ? FROM agreement WHERE id = ?",
        [_stored(title_terms), _stored(body_terms), agreement_id],
    )


def unindex(db: Database, agreement_id: str) -> None:
    """Take an agreement out of the index, before it leaves the store."""
    db.execute(
        "DELETE FROM agreement_terms WHERE rowid = (SELECT key FROM agreement WHERE id = ?)", [agreement_id]
    )


def reindex(db: Database, agreements: Iterable[Agreement], terms_of: TermsOf) -> None:
    """Index these agreements: title; then summary, keywords, topic, and the commitments' summaries and anchors."""
    topics = {id_: to_text(name) for id_, name in db.execute("SELECT id, name FROM topic")}
    for agreement in agreements:
        body = [topics[agreement.topic], *_body(agreement)]
        index(db, agreement.id, _terms([agreement.title], terms_of), _terms(body, terms_of))


def _body(agreement: Agreement) -> Iterator[Text]:
    yield agreement.summary
    yield {language: " · ".join(names) for language, names in agreement.keywords.items()}
    for commitment in agreement.commitments:
        yield commitment.summary
        if commitment.due and isinstance(commitment.due.event, Mapping):
            yield commitment.due.event


def _terms(texts: Iterable[Text], terms_of: TermsOf) -> list[str]:
    found = (term for text in texts for language, words in text.items() for term in terms_of(words, language))
    return list(dict.fromkeys(found))


def _stored(terms: Iterable[str]) -> str:
    # A space on either side of every term, so that membership is one substring search.
    return f" {' '.join(dict.fromkeys(terms))} "


def _quoted(terms: Iterable[str]) -> list[str]:
    return ['"' + term.replace('"', '""') + '"' for term in terms]


def _rarity(agreements: int, having: float) -> float:
    return math.log(1 + (agreements - having + 0.5) / (having + 0.5))


def _best(rows: Iterable[tuple[str, str, str]], value: Mapping[str, float], asked: float) -> tuple[Hit, ...]:
    terms = [(f" {term} ", worth) for term, worth in value.items()]
    scored = []
    for id_, title, body in rows:
        score = 0.0
        for term, worth in terms:
            if term in title:
                score += _TITLE_FACTOR * worth
            elif term in body:
                score += worth
        scored.append((score, id_, title, body))
    least = min(heapq.nlargest(_RETURNED, (row[0] for row in scored)), default=0.0)
    best = sorted((row for row in scored if row[0] >= least), key=lambda row: (-row[0], _order(row[1])))
    hits = []
    for score, id_, title, body in best[:_RETURNED]:
        matched = frozenset(term for term in value if f" {term} " in title or f" {term} " in body)
        hits.append(Hit(id_, score, matched, sum(value[term] for term in matched) / asked))
    return tuple(hits)


def _order(agreement: str) -> tuple[str, int, str]:
    document, _, number = agreement.rpartition("-")
    return document, int(number) if number.isdigit() else 0, number
