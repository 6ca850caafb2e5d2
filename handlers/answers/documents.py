"""The documents on record."""

from datetime import date

from data.model import Document, DocumentKind
from handlers.answers.desk import Desk
from handlers.answers.timing import meeting_span
from handlers.answers.wording import capitalised, said
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Order, Period, Query
from i18n import dates, names


def answer(query: Query, desk: Desk) -> Reply:
    """The documents of a question: those it names, those of its kind, language or day; else all."""
    found = documents_of(query, desk)
    t = desk.texts
    n = len(found)
    if not found:
        text = t.gettext("No such document on record.")
        return Reply(Intent.DOCUMENTS, desk.language, (Line(Style.LEAD, text),), choices=_all_of_them(desk))
    if n == 1:
        lines = _one(found[0], desk)
    else:
        lines = [Line(Style.LEAD, t.ngettext("{n} document", "{n} documents", n).format(n=n))]
        lines += [Line(Style.ITEM, f"{said(d.title, desk)} · {_adopted(d, desk)}", (d.id,)) for d in found]
    asks = [t.gettext("{document} agreements").format(document=d.id) for d in found if desk.agreements.ids_of(d.id)]
    choices = tuple(Choice(capitalised(ask), ask) for ask in asks[:3])
    return Reply(Intent.DOCUMENTS, desk.language, tuple(lines), tuple(d.id for d in found), (), choices)


def _all_of_them(desk: Desk) -> tuple[Choice, ...]:
    return tuple(Choice(said(d.title, desk), d.id) for d in list(desk.directory.documents.values())[:3])


def documents_of(query: Query, desk: Desk) -> list[Document]:
    """Which documents are meant, in order of adoption."""
    every = list(desk.directory.documents.values())
    if query.order is Order.LAST and not query.documents:
        return _narrowed(every, query, desk)[-1:]
    if query.documents:
        found = [d for d in every if d.id in query.documents]
        return _narrowed(found, query, desk) or found
    if query.agreements:
        return [d for d in every if any(id_.partition("-")[0] == d.id for id_ in query.agreements)]
    if query.unknown and not query.kinds and not query.topic and query.period is None:
        return []
    narrowed = _narrowed(every, query, desk)
    meant = _meetings_meant(query, desk)
    about = [d for d in narrowed if d.meeting in meant]
    return about or narrowed


def _meetings_meant(query: Query, desk: Desk) -> set[str]:
    """The meetings that the subject means, where it is a place or a kind of meeting."""
    topic = {term: weight for term, weight in query.topic.items() if desk.occasions.knows(term)}
    kinds = [kind for kind in query.kinds if kind not in {word for words in _KINDS.values() for word in words}]
    if not topic and not kinds:
        return set()
    meetings = desk.directory.meetings.values()
    return {m.id for m in desk.occasions.matching(desk.occasions.of_kinds(meetings, kinds), topic)}


def _within(documents: list[Document], period: Period, desk: Desk) -> list[Document]:
    """Those of a period; where its year was not named, of that month or day in any year."""
    spans = {d.id: span for d in documents if (span := _span(d, desk))}
    found = [d for d in documents if d.id in spans and period.meets(*spans[d.id])]
    return found or [d for d in documents if d.id in spans and period.meets_in_some_year(*spans[d.id])]


def _narrowed(documents: list[Document], query: Query, desk: Desk) -> list[Document]:
    left = documents
    if query.language_named:
        left = [d for d in left if d.language == query.language_named]
    if query.period is not None:
        left = _within(left, query.period, desk)
    kinds = {kind for kind, words in _KINDS.items() if set(words) & set(query.kinds)}
    return [d for d in left if d.kind in kinds] if kinds else left


_KINDS = {DocumentKind.MINUTES: ("minutes",), DocumentKind.REPORT: ("report",), DocumentKind.CONCEPT_NOTE: ("note",)}


def _span(document: Document, desk: Desk) -> tuple[date, date] | None:
    meeting = desk.directory.meetings.get(document.meeting or "")
    return meeting_span(meeting) if meeting else None


def _adopted(document: Document, desk: Desk) -> str:
    t = desk.texts
    if document.adopted is None:
        return t.gettext("undated")
    span = _span(document, desk)
    if span is None:
        return document.adopted
    # A document is known by its year: it is named even where it is this one.
    if len(document.adopted) == len("2017-11"):
        return dates.month(span[0], desk.language)
    return dates.day(span[0], desk.language)


def _one(document: Document, desk: Desk) -> list[Line]:
    t = desk.texts
    n = len(desk.agreements.ids_of(document.id))
    lines = [
        Line(Style.LEAD, said(document.title, desk), (document.id,)),
        Line(
            Style.TEXT,
            f"{capitalised(_adopted(document, desk))} · {names.language_name(document.language, desk.language)}",
        ),
    ]
    if n:
        lines.append(Line(Style.ITEM, t.ngettext("{n} agreement on record", "{n} agreements on record", n).format(n=n)))
    if document.note:
        lines.append(Line(Style.NOTE, said(document.note, desk)))
    return lines
