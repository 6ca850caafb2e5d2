"""What was agreed: one item in full, or a list by document, subject or party."""

from collections.abc import Sequence
from dataclasses import replace

from data.model import Agreement, Commitment, DocumentKind, RelationKind
from handlers.answers.desk import Desk
from handlers.answers.findings import about, found_for
from handlers.answers.pages import more_choice, page_of
from handlers.answers.wording import (
    capitalised,
    discrepancies,
    due_text,
    meeting_span,
    parties_named,
    said,
    strength_text,
)
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Query


def answer(query: Query, desk: Desk) -> Reply:
    """The agreements of a question: those it names, those on its subject, those of its document or day."""
    if query.agreements:
        return _named(query, desk)
    documents = query.documents or _documents_of(query, desk)
    if not (query.topic or query.unknown or documents) and (reported := _reported_at(query, desk)):
        return listing(Intent.AGREEMENTS, reported, query, desk)
    if query.topic or query.unknown or (documents and query.parties):
        hits = found_for(replace(query, documents=documents), desk)
        if hits:
            return listing(Intent.AGREEMENTS, hits, query, desk)
        if query.topic or query.unknown:
            return nothing_on_record(query, desk)
    if documents:
        ids = tuple(id_ for document in documents for id_ in desk.agreements.ids_of(document))
        return listing(Intent.AGREEMENTS, ids, query, desk)
    if query.parties:
        return listing(Intent.AGREEMENTS, found_for(query, desk), query, desk)
    if query.period is not None:
        return nothing_on_record(query, desk)
    return _overview(query, desk)


def _documents_of(query: Query, desk: Desk) -> tuple[str, ...]:
    """The documents adopted in the period asked about."""
    if query.period is None:
        return ()
    adopted = []
    for document in desk.directory.documents.values():
        meeting = desk.directory.meetings.get(document.meeting or "")
        span = meeting_span(meeting) if meeting and document.adopted else None
        if span and query.period.meets(*span):
            adopted.append(document.id)
    return tuple(adopted)


def _reported_at(query: Query, desk: Desk) -> tuple[str, ...]:
    """What a report says of the meetings in the period asked about."""
    if query.period is None:
        return ()
    reports = {d.id for d in desk.directory.documents.values() if d.kind is DocumentKind.REPORT}
    meetings = (m for m in desk.directory.meetings.values() if (s := meeting_span(m)) and query.period.meets(*s))
    sources = (s for m in desk.occasions.of_kinds(meetings, query.kinds) for s in m.sources)
    return tuple(dict.fromkeys(s for s in sources if s.partition("-")[0] in reports and "-" in s))


def _named(query: Query, desk: Desk) -> Reply:
    found = desk.agreements.get(query.agreements)
    known = {agreement.id for agreement in found}
    lines: list[Line] = []
    for missing in (id_ for id_ in query.agreements if id_ not in known):
        lines.append(Line(Style.LEAD, _no_such_item(missing, desk)))
    if len(found) > 2:
        return listing(Intent.AGREEMENTS, tuple(a.id for a in found), query, desk)
    for agreement in found:
        lines += detail(agreement, desk)
    records = tuple(agreement.id for agreement in found)
    notes, others = discrepancies(records, desk)
    related = tuple(dict.fromkeys(id_ for agreement in found for id_ in _related(agreement, desk)))
    also = tuple(dict.fromkeys(id_ for id_ in (*related, *others) if id_ not in records))
    choices = tuple(Choice(id_, id_) for id_ in related[:3])
    return Reply(Intent.AGREEMENTS, desk.language, (*lines, *notes), records, also, choices)


def _no_such_item(id_: str, desk: Desk) -> str:
    t = desk.texts
    document, _, number = id_.partition("-")
    count = len(desk.agreements.ids_of(document))
    if document not in desk.directory.documents or not count:
        return t.gettext("{document} has no numbered agreements on record.").format(document=document)
    return t.ngettext(
        "{document} has no item {number}: it has {n}.", "{document} has no item {number}: it has {n}.", count
    ).format(document=document, number=number, n=count)


def _related(agreement: Agreement, desk: Desk) -> tuple[str, ...]:
    earlier = [r.to for r in agreement.relations if r.kind is not RelationKind.FULFILS]
    later = [holder for kind, holder in desk.agreements.relations_to(agreement.id) if kind is not RelationKind.FULFILS]
    return tuple(dict.fromkeys((*later, *earlier)))


def detail(agreement: Agreement, desk: Desk) -> list[Line]:
    """One agreement in full: what, who, by when, and what it repeats."""
    t = desk.texts
    lines = [
        Line(Style.LEAD, f"{agreement.id} · {said(agreement.title, desk)}"),
        Line(Style.TEXT, said(agreement.summary, desk)),
    ]
    lines += [Line(Style.ITEM, _commitment(c, desk), (c.id,)) for c in agreement.commitments]
    if not agreement.commitments:
        lines.append(Line(Style.NOTE, t.gettext("It binds nobody: it only reports.")))
    if agreement.note:
        lines.append(Line(Style.NOTE, said(agreement.note, desk)))
    lines += [Line(Style.NOTE, text) for text in _relations(agreement, desk)]
    document = desk.directory.documents[agreement.document]
    lines.append(Line(Style.NOTE, t.gettext("Source: {title}").format(title=said(document.title, desk)), (agreement.id,)))
    return lines


def _commitment(commitment: Commitment, desk: Desk) -> str:
    who = capitalised(parties_named(commitment.responsible, desk))
    mark = strength_text(commitment.strength, desk)
    when = due_text(commitment.due, desk)
    return f"{who} ({when}{f'; {mark}' if mark else ''}): {said(commitment.summary, desk)}"


def _relations(agreement: Agreement, desk: Desk) -> list[str]:
    t = desk.texts
    forms = {
        RelationKind.REITERATES: t.gettext("Reiterates {item}."),
        RelationKind.NARROWS: t.gettext("Narrows {item}."),
        RelationKind.WIDENS: t.gettext("Widens {item}."),
        RelationKind.REPLACES: t.gettext("Replaces {item}."),
        RelationKind.CONFLICTS: t.gettext("Differs from {item}."),
        RelationKind.FULFILS: t.gettext("Fulfils {item}."),
    }
    found = [forms[relation.kind].format(item=relation.to) for relation in agreement.relations]
    found += [
        t.gettext("Taken up later by {item}.").format(item=holder)
        for kind, holder in desk.agreements.relations_to(agreement.id)
        if kind is not RelationKind.CONFLICTS
    ]
    return found


def listing(intent: Intent, ids: Sequence[str], query: Query, desk: Desk) -> Reply:
    """Several agreements, a line each; one alone in full."""
    found = desk.agreements.get(ids)
    t = desk.texts
    if len(found) == 1:
        single = _named(Query(intent=intent, agreements=(found[0].id,)), desk)
        return Reply(intent, desk.language, single.lines, single.records, single.also, single.choices)
    if not found:
        return nothing_on_record(query, desk)
    subject = about(query, desk)
    lead = (
        t.ngettext("On {subject}: {n} agreement", "On {subject}: {n} agreements", len(found)).format(
            subject=subject, n=len(found)
        )
        if subject
        else t.ngettext("{n} agreement", "{n} agreements", len(found)).format(n=len(found))
    )
    page = page_of(found, query.page)
    lines = [Line(Style.LEAD, lead)]
    lines += [Line(Style.ITEM, _short(agreement, desk), (agreement.id,)) for agreement in page]
    notes, others = discrepancies([a.id for a in page], desk, most=1)
    records = tuple(agreement.id for agreement in found)
    choices = (*more_choice(len(found), query.page, desk), *(Choice(a.id, a.id) for a in page[:3]))
    return Reply(
        intent, desk.language, (*lines, *notes), records, tuple(o for o in others if o not in records), choices
    )


def _short(agreement: Agreement, desk: Desk) -> str:
    dated = [c for c in agreement.commitments if c.due and c.due.end]
    who = tuple(dict.fromkeys(code for c in dated or agreement.commitments for code in c.responsible))
    parts = [said(agreement.title, desk)]
    if who:
        parts.append(parties_named(who, desk))
    if dated:
        parts.append(due_text(dated[0].due, desk))
    return " · ".join(parts)


def nothing_on_record(query: Query, desk: Desk, intent: Intent = Intent.AGREEMENTS) -> Reply:
    """That nothing is on record about the subject, and what can be asked instead."""
    t = desk.texts
    subject = about(query, desk)
    text = t.gettext("Nothing on record about {subject}.").format(subject=subject) if subject else t.gettext("Nothing on record.")
    return Reply(intent, desk.language, (Line(Style.LEAD, text),), choices=suggestions(desk))


def suggestions(desk: Desk) -> tuple[Choice, ...]:
    """Three questions that can be answered."""
    t = desk.texts
    asks = (t.gettext("What is due from Chile?"), t.gettext("Next meeting?"), t.gettext("What was agreed about the questionnaire?"))
    return tuple(Choice(ask, ask) for ask in asks)


def _overview(query: Query, desk: Desk) -> Reply:
    t = desk.texts
    counts = {id_: len(desk.agreements.ids_of(id_)) for id_ in desk.directory.documents}
    with_items = {id_: n for id_, n in counts.items() if n}
    total = sum(with_items.values())
    lines = [Line(Style.LEAD, t.ngettext("{n} agreement on record", "{n} agreements on record", total).format(n=total))]
    lines += [
        Line(Style.ITEM, f"{said(desk.directory.documents[id_].title, desk)}: {n}", (id_,)) for id_, n in with_items.items()
    ]
    choices = tuple(Choice(id_, t.gettext("agreements of {document}").format(document=id_)) for id_ in with_items)
    return Reply(Intent.AGREEMENTS, desk.language, tuple(lines), tuple(with_items), (), choices[:3])
