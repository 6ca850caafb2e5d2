"""What is due: own, shared, past, without a date."""

from collections.abc import Sequence
from dataclasses import replace

from data.model import PartyKind
from handlers.answers import agreements
from handlers.answers.desk import Desk
from handlers.answers.duties import Duties, duties_of
from handlers.answers.duty_list import item, listed, overdue_question, who
from handlers.answers.findings import NEAR_BEST, SURE, about, found_for
from handlers.answers.naming import all_in_sentence
from handlers.answers.suggestions import suggestions
from handlers.answers.timing import period_text
from handlers.answers.wording import capitalised, is_state
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Aspect, Intent, Query, Status
from handlers.understanding.subjects import HARD, STEM


def answer(query: Query, desk: Desk) -> Reply:
    """What is due from the parties of a question; from everybody where it names none."""
    acting = [code for code in query.parties if is_state(desk.directory.parties.get(code))]
    if query.outsiders and not acting:
        return outside(query, desk)
    duties = duties_of(query, desk)
    if query.agreements:
        duties = duties_of(Query(intent=Intent.DUE, parties=query.parties), desk).only(query.agreements)
        if not duties.shown:
            return agreements.answer(query, desk)
    elif query.documents and (of_documents := _of_documents(duties, query)).shown:
        duties = of_documents
    elif subject := _subject(query):
        one = query.aspect is Aspect.WHO and not query.parties
        hits = found_for(subject, desk, SURE if one else NEAR_BEST)
        if hits and not query.parties:
            return agreements.listing(Intent.DUE, hits, query, desk)
        narrowed = duties.only(hits)
        if narrowed.shown or narrowed.older:
            duties = replace(narrowed, older=()) if narrowed.shown else Duties(past=narrowed.older)
        elif hits and not any(is_state(desk.directory.parties.get(code)) for code in query.parties):
            return agreements.listing(Intent.DUE, hits, query, desk)
        elif query.about or not query.parties:
            return _nothing_about(query, desk, hits)
    if not duties.shown and _owe_nothing(query, desk) and (hits := found_for(query, desk)):
        return agreements.listing(Intent.DUE, hits, query, desk)
    if not duties.shown:
        return _nothing(query, duties, desk)
    return listed(query, duties, desk)


def _of_documents(duties: Duties, query: Query) -> Duties:
    """The duties by the documents that a question names, or the document that a duty was first in."""
    every = {id_ for d in (*duties.shown, *duties.shared_undated, *duties.older) for id_ in (d.agreement, *d.earlier)}
    return duties.only({id_ for id_ in every if id_.partition("-")[0] in query.documents})


def _owe_nothing(query: Query, desk: Desk) -> bool:
    """Whether only organisations outside are asked about: agreements speak of them without binding them."""
    kinds = {party.kind for code in query.parties if (party := desk.directory.parties.get(code))}
    return kinds == {PartyKind.ORGANISATION} and query.period is None


def _subject(query: Query) -> Query | None:
    """The question as far as it names a subject; a word used in passing is none."""
    named = {term: weight for term, weight in query.topic.items() if weight >= HARD or (query.about and weight >= STEM)}
    unknown = query.unknown if query.about or not (query.parties or query.period) else ()
    if not named and not unknown:
        return None
    return replace(query, topic=named or query.topic, unknown=unknown)


def outside(query: Query, desk: Desk) -> Reply:
    """That states are members of neither conference and owe nothing on record."""
    t = desk.texts
    named = capitalised(all_in_sentence(query.outsiders, desk))
    text = t.ngettext(
        "{states} is a member of neither conference: nothing on record.",
        "{states} are members of neither conference: nothing on record.",
        len(query.outsiders),
    ).format(states=named)
    return Reply(
        Intent.DUE, desk.language, (Line(Style.LEAD, text), _members_hint(desk)), choices=suggestions(query, desk)
    )


def _members_hint(desk: Desk) -> Line:
    first, second = (len(desk.directory.members_of(code, desk.today)) for code in ("RCM", "SACM"))
    text = desk.texts.gettext("The records cover the {first} states of the RCM and the {second} of the SACM.")
    return Line(Style.NOTE, text.format(first=first, second=second))


def _nothing(query: Query, duties: Duties, desk: Desk) -> Reply:
    t, party = desk.texts, who(query, desk)
    last = [] if query.period else [d for d in duties.older if d.due and d.due.end][-3:]
    if query.period is not None:
        text = t.gettext("{party}: nothing on record falls due ({period}).")
        text = text.format(party=party, period=period_text(query.period, desk))
    elif query.status is Status.OVERDUE:
        text = t.gettext("{party}: no past date without a delivery on record.").format(party=party)
    elif query.status is Status.UNDATED:
        text = t.gettext("{party}: nothing without a date on record.").format(party=party)
    else:
        text = t.gettext("{party}: no upcoming deadline on record.").format(party=party)
    lines = [Line(Style.LEAD, text)]
    choices = suggestions(query, desk)
    also: tuple[str, ...] = ()
    if last:
        lines.append(Line(Style.HEADING, t.gettext("Last on record, without a delivery on record")))
        lines += [item(duty, query, desk) for duty in reversed(last)]
    if query.period is None:
        also = tuple(dict.fromkeys(d.agreement for d in (*reversed(last), *duties.older, *duties.shared_undated)))
    dated = sum(1 for duty in duties.older if duty.due and duty.due.end)
    if dated > len(last) > 0:
        label = t.ngettext("{n} in all", "{n} in all", dated).format(n=dated)
        choices = (Choice(label, overdue_question(query, desk)),)
    return Reply(Intent.DUE, desk.language, tuple(lines), (), also, choices)


def _nothing_about(query: Query, desk: Desk, hits: Sequence[str]) -> Reply:
    t = desk.texts
    text = t.gettext("{party}: nothing on record about {subject}.")
    lines = [Line(Style.LEAD, text.format(party=who(query, desk), subject=about(query, desk)))]
    choices = tuple(Choice(id_, id_) for id_ in hits[:3])
    if choices:
        lines.append(
            Line(Style.NOTE, t.gettext("Others have something on it: {items}.").format(items=", ".join(hits[:3])))
        )
    return Reply(Intent.DUE, desk.language, tuple(lines), (), tuple(hits[:3]), choices or suggestions(query, desk))
