"""Duties as a list: the first line is the answer, then own, shared, past and undated ones in pages."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from data.agreements import Duty
from handlers.answers.desk import Desk
from handlers.answers.duties import Duties, bound, is_past, organs_own
from handlers.answers.naming import acting, all_in_sentence
from handlers.answers.pages import PER_PAGE, kept_together, more_of, numbered
from handlers.answers.timing import anchor_text, due_text, period_text
from handlers.answers.wording import capitalised, discrepancies, inside, said, strength_text
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Query, Status


def listed(query: Query, duties: Duties, desk: Desk) -> Reply:
    """One page of the duties that answer a question."""
    shown = duties.shown
    every = kept_together(shown, _same_day)
    page = every[query.page - 1] if query.page <= len(every) else ()
    first = _first(query, duties)
    lines = [_lead(query, duties, first, desk, len(every))]
    if overview := _overview(query, duties, first, desk):
        lines.append(Line(Style.TEXT, overview))
    for heading, members in _sections(query, duties, desk):
        here = [duty for duty in members if duty in page and duty is not first]
        if here and heading:
            lines.append(Line(Style.HEADING, heading))
        lines += _items(here, query, desk)
    lines += _closing(query, duties, desk)
    notes, others = discrepancies([duty.agreement for duty in page], desk, most=1)
    earlier = (e for duty in shown for e in duty.earlier)
    counted = _counted(query, duties)
    records = tuple(dict.fromkeys(duty.agreement for duty in shown))
    also = dict.fromkeys((*earlier, *(d.agreement for d in (*counted, *duties.older)), *others))
    return Reply(
        Intent.DUE,
        desk.language,
        (*lines, *notes),
        records,
        tuple(a for a in also if a not in records),
        tuple(_choices(query, duties, page, sum(map(len, every[query.page :])), desk)),
    )


def who(query: Query, desk: Desk) -> str:
    """The parties asked about, at the start of a line."""
    return capitalised(acting(query.parties, desk)) if query.parties else desk.texts.gettext("All parties")


def item(duty: Duty, query: Query, desk: Desk, *, dated: bool = True) -> Line:
    """One duty: when, what, who else is bound, and how strongly."""
    when = due_text(duty.due, desk, late=True) if dated and duty.due and duty.due.end else ""
    parties = "" if query.parties or not when else acting(duty.responsible, desk, duty.performance)
    start = ", ".join(part for part in (when, parties) if part)
    what = f"{capitalised(start)}: {inside(duty.summary, desk)}" if start else said(duty.summary, desk)
    others = () if parties else _others(duty, query, desk)
    text = " · ".join((what, *others, *_marks(duty, query, desk)))
    return Line(Style.ITEM, text, (duty.agreement,), _earlier(duty))


def _earlier(duty: Duty) -> tuple[str, ...]:
    return tuple(id_ for id_ in reversed(duty.earlier) if id_ != duty.agreement)


def _others(duty: Duty, query: Query, desk: Desk) -> tuple[str, ...]:
    """Who is bound, where that is not just whom the question names."""
    if query.parties and set(duty.responsible) == set(query.parties):
        return ()
    return (acting(duty.responsible, desk, duty.performance),)


def _marks(duty: Duty, query: Query, desk: Desk) -> Iterator[str]:
    if mark := strength_text(duty.strength, desk):
        yield mark
    anchor = anchor_text(duty.due, desk)
    if anchor and anchor.casefold() not in said(duty.summary, desk).casefold():
        yield anchor
    if query.period is not None and is_past(duty, desk):
        yield desk.texts.gettext("past, no delivery on record")


def _same_day(one: Duty, other: Duty) -> bool:
    return one.due is not None and other.due is not None and one.due.end is not None and one.due == other.due


def _first(query: Query, duties: Duties) -> Duty | None:
    """The duty that the first line states: what is next, or the only one of a period."""
    ahead = [duty for duty in (*duties.own, *duties.shared) if duty.due and duty.due.end]
    if query.page > 1 or not ahead or (query.period is not None and len(duties.shown) > 1):
        return None
    return ahead[0]


def _lead(query: Query, duties: Duties, first: Duty | None, desk: Desk, pages: int) -> Line:
    t, party, n = desk.texts, who(query, desk), len(duties.shown)
    if query.page > 1:
        return Line(Style.LEAD, numbered(party, query.page, pages, desk))
    if first is not None:
        return _stated(first, query, duties, desk)
    if query.period is not None:
        text = t.ngettext("{party}, {period}: {n} commitment", "{party}, {period}: {n} commitments", n)
        return Line(Style.LEAD, text.format(party=party, period=period_text(query.period, desk), n=n))
    if query.status is Status.OVERDUE:
        text = t.ngettext(
            "{party}: {n} past date, no delivery on record", "{party}: {n} past dates, no delivery on record", n
        )
        return Line(Style.LEAD, text.format(party=party, n=n))
    if duties.past:
        text = t.ngettext(
            "{party}: no upcoming deadline on record; {n} past date, no delivery on record",
            "{party}: no upcoming deadline on record; {n} past dates, no delivery on record",
            len(duties.past),
        )
        return Line(Style.LEAD, text.format(party=party, n=len(duties.past)))
    text = t.ngettext("{party}: {n} commitment without a date", "{party}: {n} commitments without a date", n)
    return Line(Style.LEAD, text.format(party=party, n=n))


def _stated(duty: Duty, query: Query, duties: Duties, desk: Desk) -> Line:
    """A duty as the first line: who, when and what."""
    t = desk.texts
    when = due_text(duty.due, desk, late=True)
    several = len(query.parties) > 1 and duty in duties.own
    if several:
        start = f"{capitalised(acting(duty.responsible, desk, duty.performance))}, {when}"
    elif query.parties:
        start = f"{who(query, desk)}, {when}"
    else:
        start = f"{capitalised(when)}, {acting(duty.responsible, desk, duty.performance)}"
    parts = [f"{start}: {inside(duty.summary, desk)}"]
    if query.parties and not several:
        others = ", ".join(_others(duty, query, desk))
        # Translators: a duty that a state has as a member; {parties} are who shares it.
        parts += [t.gettext("shared: {parties}").format(parties=others)] if duty in duties.shared else [others]
    text = " · ".join(part for part in (*parts, *_marks(duty, query, desk)) if part)
    return Line(Style.LEAD, text, (duty.agreement,), _earlier(duty))


def _overview(query: Query, duties: Duties, first: Duty | None, desk: Desk) -> str:
    """What else there is, where one page does not show it all."""
    t, total = desk.texts, len(duties.shown)
    if query.page > 1 or query.period is not None or query.status is not None or total <= PER_PAGE:
        return ""
    own, shared = (sum(1 for duty in some if duty is not first) for some in (duties.own, duties.shared))
    past, undated = len(duties.past), len(duties.undated)
    parts = [
        # Translators: how many more duties: of their own, shared as a member, past, without a date.
        t.ngettext("{n} more", "{n} more", own).format(n=own) if own else "",
        t.ngettext("{n} shared", "{n} shared", shared).format(n=shared) if shared else "",
        t.ngettext("{n} past, no delivery on record", "{n} past, no delivery on record", past).format(n=past)
        if past and first
        else "",
        t.ngettext("{n} without a date", "{n} without a date", undated).format(n=undated) if undated else "",
    ]
    some = [part for part in parts if part]
    return t.gettext("Besides: {counts}").format(counts=" · ".join(some)) if some else ""


def _sections(query: Query, duties: Duties, desk: Desk) -> Iterable[tuple[str, Sequence[Duty]]]:
    t = desk.texts
    own, bodies = bound(query.parties, desk)
    grouped = bool(query.parties and bodies)
    yield t.gettext("Own") if grouped and duties.shared else "", duties.own
    yield t.gettext("Shared, as a member") if grouped else "", duties.shared
    overdue = query.status is Status.OVERDUE
    yield "" if overdue else t.gettext("Past, no delivery on record"), duties.past
    if query.status is Status.UNDATED:
        yield t.gettext("Own") if grouped else "", [d for d in duties.undated if own & set(d.responsible)]
        yield (
            t.gettext("Shared, as a member") if grouped else "",
            [d for d in duties.undated if not own & set(d.responsible)],
        )
    else:
        # Where there is nothing else, the first line says it.
        alone = not (duties.own or duties.shared or duties.past)
        yield "" if alone else t.gettext("Without a date"), duties.undated


def _items(duties: Sequence[Duty], query: Query, desk: Desk) -> Iterator[Line]:
    """A line each; those of one day under one date."""
    for when, group in groupby(duties, key=lambda d: due_text(d.due, desk, late=True) if d.due and d.due.end else ""):
        same = list(group)
        if when and len(same) > 1:
            yield Line(Style.TEXT, f"{capitalised(when)}:")
            yield from (item(duty, query, desk, dated=False) for duty in same)
        else:
            yield from (item(duty, query, desk) for duty in same)


def _closing(query: Query, duties: Duties, desk: Desk) -> Iterator[Line]:
    t = desk.texts
    if query.period is not None and len(duties.shown) == 1:
        text = t.gettext("Nothing else on record ({period}).").format(period=period_text(query.period, desk))
        yield Line(Style.NOTE, text)
    if query.page == 1 and (organs := organs_own(query, desk)):
        text = t.ngettext(
            "Members and organs have {n} more of their own ahead.",
            "Members and organs have {n} more of their own ahead.",
            organs,
        )
        yield Line(Style.NOTE, text.format(n=organs))


def _counted(query: Query, duties: Duties) -> tuple[Duty, ...]:
    """The shared ones without a date, which are only counted."""
    return duties.shared_undated if not query.period else ()


def _choices(query: Query, duties: Duties, page: Sequence[Duty], left: int, desk: Desk) -> Iterator[Choice]:
    t, counted = desk.texts, _counted(query, duties)
    more = more_of(left, desk) if left else ()
    yield from more
    if page:
        yield Choice(page[0].agreement, page[0].agreement)
    if counted and not more:
        n = len(counted)
        label = t.ngettext("{n} more, shared, without a date", "{n} more, shared, without a date", n).format(n=n)
        yield Choice(label, t.gettext("{party} without a date").format(party=all_in_sentence(query.parties, desk)))
    hidden = [duty for duty in duties.past if duty not in page]
    if len(hidden) == len(duties.past) > 0 and more and query.page == 1 and query.parties:
        n = len(duties.past)
        label = t.ngettext("{n} past, no delivery on record", "{n} past, no delivery on record", n).format(n=n)
        yield Choice(label, overdue_question(query, desk))


def overdue_question(query: Query, desk: Desk) -> str:
    """How the past ones without a delivery on record are asked for."""
    t = desk.texts
    if not query.parties:
        return t.gettext("What is overdue?")
    return t.gettext("What is overdue from {party}?").format(party=all_in_sentence(query.parties, desk))
