"""What is due: own, shared, past, without a date."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.agreements import Duty
from handlers.answers import agreements
from handlers.answers.desk import Desk
from handlers.answers.duties import Duties, bound, duties_of, organs_own
from handlers.answers.findings import about, found_for
from handlers.answers.pages import PER_PAGE, more_choice, page_of
from handlers.answers.wording import (
    capitalised,
    discrepancies,
    due_text,
    is_state,
    parties_named,
    period_text,
    said,
    strength_text,
)
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Query, Status
from handlers.understanding.subjects import HARD, STEM


def answer(query: Query, desk: Desk) -> Reply:
    """What is due from the parties of a question; from everybody where it names none."""
    acting = [code for code in query.parties if is_state(desk.directory.parties.get(code))]
    if query.outsiders and not acting:
        return outside(query.outsiders, desk)
    duties = duties_of(query, desk)
    if query.agreements:
        duties = duties_of(Query(intent=Intent.DUE, parties=query.parties), desk).only(query.agreements)
        if not duties.shown:
            return agreements.answer(query, desk)
    elif subject := _subject(query):
        hits = found_for(subject, desk)
        if hits and not query.parties:
            return agreements.listing(Intent.DUE, hits, query, desk)
        narrowed = duties.only(hits)
        if narrowed.shown or narrowed.older:
            duties = Duties(*(getattr(narrowed, f) for f in ("own", "shared", "past", "undated")), older=()) \
                if narrowed.shown else Duties(past=narrowed.older)  # fmt: skip
        elif hits and not any(is_state(desk.directory.parties.get(code)) for code in query.parties):
            return agreements.listing(Intent.DUE, hits, query, desk)
        elif query.about or not query.parties:
            return _nothing_about(query, desk, hits)
    if not duties.shown:
        return _nothing(query, duties, desk)
    return _list(query, duties, desk)


def _subject(query: Query) -> Query | None:
    """The question as far as it names a subject; a word used in passing is none."""
    named = {term: weight for term, weight in query.topic.items() if weight >= HARD or (query.about and weight >= STEM)}
    unknown = query.unknown if query.about or not (query.parties or query.period) else ()
    if not named and not unknown:
        return None
    return replace(query, topic=named or query.topic, unknown=unknown)


def outside(codes: Sequence[str], desk: Desk) -> Reply:
    """That states are members of neither conference and owe nothing on record."""
    t = desk.texts
    named = capitalised(parties_named(codes, desk))
    text = t.ngettext(
        "{states} is a member of neither conference: nothing on record.",
        "{states} are members of neither conference: nothing on record.",
        len(codes),
    ).format(states=named)
    return Reply(Intent.DUE, desk.language, (Line(Style.LEAD, text), _members_hint(desk)))


def _members_hint(desk: Desk) -> Line:
    return Line(Style.NOTE, desk.texts.gettext("The records cover the 11 states of the RCM and the 12 of the SACM."))


def _who(query: Query, desk: Desk) -> str:
    return capitalised(parties_named(query.parties, desk)) if query.parties else desk.texts.gettext("All parties")


def _list(query: Query, duties: Duties, desk: Desk) -> Reply:
    shown = duties.shown
    lines: list[Line] = [_lead(query, duties, desk)]
    page = page_of(shown, query.page)
    sections = _sections(query, duties, desk)
    for heading, members in sections:
        here = [duty for duty in members if duty in page]
        if here:
            if heading:
                lines.append(Line(Style.HEADING, heading))
            lines += [_item(duty, query, desk) for duty in here]
    earlier = tuple(e for duty in shown for e in duty.earlier)
    counted = duties.shared_undated if not query.period else ()
    choices = list(more_choice(len(shown), query.page, desk))
    t = desk.texts
    if counted and query.page * PER_PAGE >= len(shown):
        label = t.ngettext(
            "{n} more, shared, without a date", "{n} more, shared, without a date", len(counted)
        ).format(n=len(counted))
        choices.append(Choice(label, _undated_question(query, desk)))
    if organs := organs_own(query, desk):
        text = t.ngettext(
            "Its members and organs have {n} more ahead of their own.",
            "Its members and organs have {n} more ahead of their own.",
            organs,
        ).format(n=organs)
        lines.append(Line(Style.NOTE, text))
    records = tuple(dict.fromkeys(duty.agreement for duty in shown))
    notes, others = discrepancies([duty.agreement for duty in page], desk, most=1)
    lines += notes
    also = (*earlier, *(d.agreement for d in counted), *(d.agreement for d in duties.older), *others)
    if not choices and page:
        choices.append(Choice(page[0].agreement, page[0].agreement))
    return Reply(
        Intent.DUE, desk.language, tuple(lines), records, tuple(a for a in dict.fromkeys(also) if a not in records), tuple(choices)
    )


def _undated_question(query: Query, desk: Desk) -> str:
    t = desk.texts
    return t.gettext("{party} without a date").format(party=parties_named(query.parties, desk))


def _lead(query: Query, duties: Duties, desk: Desk) -> Line:
    t, who = desk.texts, _who(query, desk)
    ahead = [d for d in (*duties.own, *duties.shared) if d.due and d.due.end]
    if query.period is not None:
        n = len(duties.shown)
        text = t.ngettext("{party}, {period}: {n} commitment", "{party}, {period}: {n} commitments", n)
        return Line(Style.LEAD, text.format(party=who, period=period_text(query.period, desk), n=n))
    if query.status is Status.OVERDUE or not ahead and duties.past:
        n = len(duties.past)
        text = t.ngettext(
            "{party}: {n} passed date, no delivery on record", "{party}: {n} passed dates, no delivery on record", n
        )
        return Line(Style.LEAD, text.format(party=who, n=n))
    if not ahead:
        return Line(Style.LEAD, t.gettext("{party}: nothing with a date ahead").format(party=who))
    first = min(ahead, key=lambda d: (d.due.end if d.due and d.due.end else desk.today))
    if first in duties.own or not query.parties:
        return Line(Style.LEAD, t.gettext("{party}: next {when}").format(party=who, when=due_text(first.due, desk)))
    return Line(Style.LEAD, t.gettext("{party}: next, shared, {when}").format(party=who, when=due_text(first.due, desk)))


def _sections(query: Query, duties: Duties, desk: Desk) -> Iterable[tuple[str, tuple[Duty, ...]]]:
    t = desk.texts
    _, bodies = bound(query.parties, desk)
    grouped = bool(query.parties and bodies)
    yield t.gettext("Own") if grouped and duties.shared else "", duties.own
    yield t.gettext("Shared, as a member") if grouped else "", duties.shared
    yield t.gettext("Past, no delivery on record") if query.status is not Status.OVERDUE else "", duties.past
    yield t.gettext("Without a date"), duties.undated


def _item(duty: Duty, query: Query, desk: Desk) -> Line:
    t = desk.texts
    parts = [said(duty.summary, desk)]
    if not set(duty.responsible) <= set(query.parties):
        parts.append(parties_named(duty.responsible, desk))
    if mark := strength_text(duty.strength, desk):
        parts.append(mark)
    if query.period is not None and duty.due and duty.due.end and duty.due.end < desk.today:
        parts.append(t.gettext("past, no delivery on record"))
    when = due_text(duty.due, desk) if duty.due else ""
    text = " · ".join(parts)
    return Line(Style.ITEM, f"{capitalised(when)}: {text}" if when else text, (duty.agreement, *reversed(duty.earlier)))


def _nothing(query: Query, duties: Duties, desk: Desk) -> Reply:
    t, who = desk.texts, _who(query, desk)
    if query.period is not None:
        text = t.gettext("{party}: nothing on record falls due, {period}.").format(
            party=who, period=period_text(query.period, desk)
        )
    elif query.status is Status.OVERDUE:
        text = t.gettext("{party}: no passed date without a delivery on record.").format(party=who)
    elif query.status is Status.UNDATED:
        text = t.gettext("{party}: nothing without a date on record.").format(party=who)
    else:
        text = t.gettext("{party}: nothing upcoming on record.").format(party=who)
    lines = [Line(Style.LEAD, text)]
    also: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    if query.period is None and duties.older:
        last = [d for d in duties.older if d.due and d.due.end][-3:]
        if last:
            lines.append(Line(Style.HEADING, t.gettext("Last on record, without a delivery on record")))
            lines += [_item(d, query, desk) for d in reversed(last)]
        also = tuple(dict.fromkeys(d.agreement for d in (*reversed(last), *duties.older, *duties.shared_undated)))
        left = len(duties.older) - len(last)
        if left > 0:
            label = t.ngettext("{n} older", "{n} older", left).format(n=left)
            choices = (Choice(label, t.gettext("overdue {party}").format(party=parties_named(query.parties, desk))),)
    return Reply(Intent.DUE, desk.language, tuple(lines), (), also, choices)


def _nothing_about(query: Query, desk: Desk, hits: Sequence[str]) -> Reply:
    t = desk.texts
    text = t.gettext("{party}: nothing on record about {subject}.").format(party=_who(query, desk), subject=about(query) or "")
    lines = [Line(Style.LEAD, text)]
    choices = tuple(Choice(id_, id_) for id_ in hits[:3])
    if choices:
        lines.append(Line(Style.NOTE, t.gettext("Others have something on it:")))
    return Reply(Intent.DUE, desk.language, tuple(lines), (), tuple(hits[:3]), choices)

