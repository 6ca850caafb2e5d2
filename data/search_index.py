"""Writing the index that `data.search` reads; inside the caller's `writing` block."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from sqlite_utils import Database

from data.columns import to_text
from data.model import Agreement, Text

TermsOf: TypeAlias = Callable[[str, str], Sequence[str]]
"""The terms of a text in a language: words of [a-z0-9_:]."""


def index(db: Database, agreement_id: str, title_terms: Sequence[str], body_terms: Sequence[str]) -> None:
    """Put an agreement that is in the store into the index, in the place of what the index had of it.

    `count_terms` has to follow, once for all that is indexed.
    """
    unindex(db, agreement_id)
    db.execute(
        "INSERT INTO agreement_terms (rowid, title, body) SELECT key, ?, ? FROM agreement WHERE id = ?",
        [_stored(title_terms), _stored(body_terms), agreement_id],
    )


def unindex(db: Database, agreement_id: str) -> None:
    """Take an agreement out of the index, before it leaves the store; `count_terms` has to follow."""
    db.execute("DELETE FROM agreement_terms WHERE rowid = (SELECT key FROM agreement WHERE id = ?)", [agreement_id])


def reindex(db: Database, agreements: Iterable[Agreement], terms_of: TermsOf) -> None:
    """Index these agreements: title; then summary, keywords, topic, and the commitments' summaries and anchors."""
    topics = {id_: to_text(name) for id_, name in db.execute("SELECT id, name FROM topic")}
    for agreement in agreements:
        body = (topics[agreement.topic], *_body(agreement))
        index(db, agreement.id, _terms([agreement.title], terms_of), [*_terms(body, terms_of), *_parties(agreement)])
    count_terms(db)


def count_terms(db: Database) -> None:
    """Bring ``term_frequency`` up to date: FTS5 knows the numbers, and reads a common term's whole list to tell."""
    db.execute("DELETE FROM term_frequency")
    db.execute("INSERT INTO term_frequency (term, agreements) SELECT term, doc FROM agreement_vocabulary")


def _body(agreement: Agreement) -> Iterator[Text]:
    yield agreement.summary
    yield {language: " · ".join(names) for language, names in agreement.keywords.items()}
    for commitment in agreement.commitments:
        yield commitment.summary
        if commitment.due and isinstance(commitment.due.event, Mapping):
            yield commitment.due.event


def _parties(agreement: Agreement) -> list[str]:
    """Who acts or is addressed: ``p:cl``, ``p:rcm-ts`` as one term each."""
    codes = (code for c in agreement.commitments for code in (*c.responsible, *c.counterparties))
    return [f"p:{code.lower().replace('-', '_')}" for code in dict.fromkeys(codes)]


def _stored(terms: Iterable[str]) -> str:
    # A space on either side of every term, so that looking for one is a substring search.
    return f" {' '.join(terms)} "


def _terms(texts: Iterable[Text], terms_of: TermsOf) -> list[str]:
    found = (term for text in texts for language, words in text.items() for term in terms_of(words, language))
    return list(dict.fromkeys(found))
