"""One part of a question in the place of another: another party, another period, another subject."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from handlers.understanding.reading import Intent, Query

# Each takes the query so far and the elliptical one, and gives the query with that part replaced; None where the
# ellipsis does not name it.


def _parties(before: Query, query: Query) -> Query | None:
    if before.intent is Intent.GLOSSARY or not (query.parties or query.outsiders):
        return None
    return replace(before, parties=query.parties, outsiders=query.outsiders, agreements=(), meetings=())


def _period(before: Query, query: Query) -> Query | None:
    if query.period is None:
        return None
    documents = query.documents if before.intent is Intent.DOCUMENTS else before.documents
    return replace(
        before,
        period=query.period,
        status=query.status,
        order=None,
        meetings=(),
        agreements=(),
        documents=documents,
    )


def _status(before: Query, query: Query) -> Query | None:
    if query.status is None or before.intent is not Intent.DUE:
        return None
    return replace(before, status=query.status, period=query.period)


def _tongue(before: Query, query: Query) -> Query | None:
    if not query.language_named or before.intent is not Intent.DOCUMENTS:
        return None
    return replace(before, language_named=query.language_named)


def _documents(before: Query, query: Query) -> Query | None:
    return replace(before, documents=query.documents, agreements=()) if query.documents else None


def _kinds(before: Query, query: Query) -> Query | None:
    if not query.kinds or before.intent is not Intent.MEETINGS:
        return None
    return replace(before, kinds=query.kinds, topic={}, words=(), meetings=(), order=None)


def _subject(before: Query, query: Query) -> Query | None:
    if not query.topic or (query.parties and not query.period):
        return None
    new = replace(before, topic=query.topic, words=query.words, unknown=query.unknown, agreements=(), meetings=())
    if before.intent is Intent.DOCUMENTS:
        new = replace(new, documents=())
    if before.intent is Intent.MEETINGS:
        new = replace(new, kinds=query.kinds, period=query.period, order=query.order)
    return new


_PARTS: Final[tuple[Callable[[Query, Query], Query | None], ...]] = (
    _parties,
    _period,
    _status,
    _tongue,
    _documents,
    _kinds,
    _subject,
)


def replaced(before: Query, query: Query) -> Query | None:
    """The query before, with the parts that the elliptical one names; None where it names none."""
    new = replace(before, page=1, courtesy=None, language_named=None)
    if query.terms and before.intent is Intent.GLOSSARY:
        return replace(new, terms=query.terms)
    changed = False
    for part in _PARTS:
        narrowed = part(new, query)
        if narrowed is not None:
            new, changed = narrowed, True
    return new if changed else None
