"""What was agreed: one item in full, or a list by document, subject or party."""

from collections.abc import Sequence
from dataclasses import replace

from data.model import Agreement, Commitment, DocumentKind, RelationKind
from handlers.answers.desk import Desk
from handlers.answers.findings import about, found_for
from handlers.answers.naming import acting
from handlers.answers.pages import more_choice, numbered, page_of, pages
from handlers.answers.suggestions import suggestions
from handlers.answers.timing import due_text, meeting_span, period_text
from handlers.answers.wording import capitalised, discrepancies, inside, said, strength_text
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Query
from i18n import names


def answer(query: Query, desk: Desk) -> Reply:
    """The agreements of a question: those it names, those on its subject, those of its document or day."""
    if query.agreements:
        return _named(query, desk)
    documents = query.documents or _documents_of(query, desk)
    if query.item is not None:
        return _numbered(query, documents, desk)
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
    return _overview(desk)


def _numbered(query: Query, documents: Sequence[str], desk: Desk) -> Reply:
    """An item that is given by its number alone: that of every document which has it."""
    number = query.item or 0
    if number < 0:
        counted = desk.agreements.ids_of(documents[0]) if documents else ()
        return _named(replace(query, agreements=counted[number:][:1]), desk)
    named = tuple(f"{document}-{number}" for document in documents or desk.directory.documents)
    found = tuple(agreement.id for agreement in desk.agreements.get(named))
    if found:
        return _named(replace(query, agreements=found), desk)
    text = desk.texts.gettext("No document on record has an item {number}.").format(number=number)
    return Reply(Intent.AGREEMENTS, desk.language, (Line(Style.LEAD, text),), choices=suggestions(query, desk))


def _documents_of(query: Query, desk: Desk) -> tuple[str, ...]:
    """The documents adopted in the period asked about."""
    if query.period is None:
        return ()
    adopted = []
    for document in desk.directory.documents.values():
        meeting = desk.directory.meetings.get(document.meeting or "")
        span = meeting_span(meeting) if meeting and document.adopted else None
        if span and query.period.meets_in_some_year(*span):
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
    lines = [Line(Style.LEAD, _no_such_item(id_, desk)) for id_ in query.agreements if id_ not in known]
    if len(found) > 2:
        return listing(Intent.AGREEMENTS, tuple(a.id for a in found), query, desk)
    records = tuple(agreement.id for agreement in found)
    notes, others = discrepancies(records, desk, most=None if len(found) == 1 else 1)
    for agreement in found:
        lines += detail(agreement, desk, notes) if len(found) == 1 else _duties_of(agreement, desk)
    related = tuple(dict.fromkeys(id_ for agreement in found for id_ in _related(agreement, desk)))
    also = tuple(dict.fromkeys(id_ for id_ in (*related, *others) if id_ not in records))
    choices = tuple(Choice(id_, id_) for id_ in related[:3])
    if len(found) != 1:
        lines += notes
    if not found:
        choices = suggestions(query, desk)
    return Reply(Intent.AGREEMENTS, desk.language, tuple(lines), records, also, choices)


def _no_such_item(id_: str, desk: Desk) -> str:
    t = desk.texts
    document, _, number = id_.partition("-")
    count = len(desk.agreements.ids_of(document))
    if document not in desk.directory.documents or not count:
        return t.gettext("{document} has no numbered agreements on record.").format(document=document)
    return t.ngettext(
        "{document} has no item {number}: only {n} is on record.",
        "{document} has no item {number}: {n} are on record.",
        count,
    ).format(document=document, number=number, n=count)


def _related(agreement: Agreement, desk: Desk) -> tuple[str, ...]:
    earlier = [r.to for r in agreement.relations if r.kind is not RelationKind.FULFILS]
    later = [holder for kind, holder in desk.agreements.relations_to(agreement.id) if kind is not RelationKind.FULFILS]
    return tuple(dict.fromkeys((*later, *earlier)))


def detail(agreement: Agreement, desk: Desk, notes: Sequence[Line] = ()) -> list[Line]:
    """One agreement in full: what, who, by when, what it repeats, and where documents differ."""
    t = desk.texts
    lead, *duties = _duties_of(agreement, desk)
    lines = [lead, Line(Style.TEXT, said(agreement.summary, desk)), *duties]
    if agreement.note:
        lines.append(Line(Style.NOTE, said(agreement.note, desk)))
    if relations := _relations(agreement, desk):
        lines.append(Line(Style.NOTE, " ".join(relations)))
    document = desk.directory.documents[agreement.document]
    source = t.gettext("Source: {title}").format(title=said(document.title, desk))
    return [*lines, *notes, Line(Style.NOTE, source, (document.id,))]


def _duties_of(agreement: Agreement, desk: Desk) -> list[Line]:
    """An agreement by its title and its commitments."""
    t = desk.texts
    lines = [Line(Style.LEAD, f"{agreement.id} · {said(agreement.title, desk)}")]
    settled = {d.commitment: d.settled_by for d in desk.agreements.duties([c.id for c in agreement.commitments])}
    for commitment in agreement.commitments:
        text = _commitment(commitment, desk)
        if holder := settled.get(commitment.id):
            text = f"{text} · {t.gettext('delivered, by the record of {document}').format(document=holder)}"
        lines.append(Line(Style.ITEM, text, (commitment.id,)))
    if not agreement.commitments:
        lines.append(Line(Style.NOTE, t.gettext("It binds nobody: it only reports.")))
    return lines


def _commitment(commitment: Commitment, desk: Desk) -> str:
    who = capitalised(acting(commitment.responsible, desk, commitment.performance))
    text = f"{who}, {due_text(commitment.due, desk)}: {inside(commitment.summary, desk)}"
    mark = strength_text(commitment.strength, desk)
    return f"{text} · {mark}" if mark else text


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
    found = []
    for kind, form in forms.items():
        if targets := [relation.to for relation in agreement.relations if relation.kind is kind]:
            found.append(form.format(item=names.listing(targets, desk.language)))
    later = [h for kind, h in desk.agreements.relations_to(agreement.id) if kind is not RelationKind.CONFLICTS]
    if later:
        # Translators: {item} is one later agreement or several.
        found.append(t.gettext("Taken up later by {item}.").format(item=names.listing(later, desk.language)))
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
    subject, n = about(query, desk), len(found)
    lead = t.ngettext("{n} agreement", "{n} agreements", n).format(n=n)
    if subject:
        # Translators: {subject} is in quotes, {count} is "4 agreements".
        lead = t.gettext("On {subject}: {count}").format(subject=subject, count=lead)
    if query.page > 1:
        lead = numbered(lead, query.page, pages(n), desk)
    page = page_of(found, query.page)
    lines = [Line(Style.LEAD, lead)]
    lines += [Line(Style.ITEM, _short(agreement, desk), (agreement.id,)) for agreement in page]
    notes, others = discrepancies([a.id for a in page], desk, most=1)
    records = tuple(agreement.id for agreement in found)
    choices = (*more_choice(n, query.page, desk), *(Choice(a.id, a.id) for a in page[:3]))
    return Reply(
        intent, desk.language, (*lines, *notes), records, tuple(o for o in others if o not in records), choices
    )


def _short(agreement: Agreement, desk: Desk) -> str:
    """An agreement in a line: its title, and who acts when; what has a date goes before what has none."""
    dated = [c for c in agreement.commitments if c.due and c.due.end]
    parts = [said(agreement.title, desk)]
    if dated:
        nearest = next((c for c in dated if c.due and c.due.end and c.due.end >= desk.today), dated[0])
        who = acting(nearest.responsible, desk, nearest.performance)
        parts.append(f"{who}, {due_text(nearest.due, desk, far=False)}")
    elif agreement.commitments:
        codes = dict.fromkeys(code for c in agreement.commitments for code in c.responsible)
        parts.append(acting(tuple(codes), desk))
    return " · ".join(parts)


def nothing_on_record(query: Query, desk: Desk, intent: Intent = Intent.AGREEMENTS) -> Reply:
    """That nothing is on record about the subject, and what can be asked instead."""
    t = desk.texts
    subject = about(query, desk)
    text = (
        t.gettext("Nothing on record about {subject}.").format(subject=subject)
        if subject
        else t.gettext("Nothing on record.")
    )
    if query.period is not None and not subject:
        text = t.gettext("Nothing on record ({period}).").format(period=period_text(query.period, desk))
    return Reply(intent, desk.language, (Line(Style.LEAD, text),), choices=suggestions(query, desk))


def _overview(desk: Desk) -> Reply:
    t = desk.texts
    counts = {id_: len(desk.agreements.ids_of(id_)) for id_ in desk.directory.documents}
    with_items = {id_: n for id_, n in counts.items() if n}
    total = sum(with_items.values())
    lines = [Line(Style.LEAD, t.ngettext("{n} agreement on record", "{n} agreements on record", total).format(n=total))]
    lines += [
        Line(Style.ITEM, f"{said(desk.directory.documents[id_].title, desk)}: {n}", (id_,))
        for id_, n in with_items.items()
    ]
    choices = tuple(Choice(id_, t.gettext("{document} agreements").format(document=id_)) for id_ in with_items)
    return Reply(Intent.AGREEMENTS, desk.language, tuple(lines), tuple(with_items), (), choices[:3])
