"""Who has delivered: what documents record as fulfilled; otherwise that nothing is on record."""

from data.agreements import Duty
from handlers.answers import due
from handlers.answers.desk import Desk
from handlers.answers.duties import bound
from handlers.answers.duty_list import who
from handlers.answers.findings import NEAR_BEST, SURE, about, found_for
from handlers.answers.naming import acting
from handlers.answers.pages import more_choice, page_of
from handlers.answers.suggestions import suggestions
from handlers.answers.timing import due_text
from handlers.answers.wording import capitalised, inside
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Query


def answer(query: Query, desk: Desk) -> Reply:
    """What is on record as delivered of the duties asked about."""
    t = desk.texts
    if query.outsiders and not query.parties:
        return Reply(Intent.DELIVERIES, desk.language, due.outside(query, desk).lines)
    duties = _asked(query, desk)
    if not duties:
        subject = about(query, desk)
        text = (
            t.gettext("Nothing on record about {subject}.").format(subject=subject)
            if subject
            else t.gettext("Nothing on record.")
        )
        return Reply(Intent.DELIVERIES, desk.language, (Line(Style.LEAD, text),), choices=suggestions(query, desk))
    settled = [duty for duty in duties if duty.settled_by]
    lead = (
        t.ngettext("{n} delivery on record", "{n} deliveries on record", len(settled)).format(n=len(settled))
        if settled
        else t.gettext("No delivery on record, which does not mean that there was none.")
    )
    lead = f"{who(query, desk)}: {lead[:1].lower() + lead[1:]}" if query.parties and not settled else lead
    lines = [Line(Style.LEAD, lead), *(_line(duty, desk, state=bool(settled)) for duty in page_of(duties, query.page))]
    records = tuple(dict.fromkeys(duty.agreement for duty in duties))
    also = tuple(dict.fromkeys(e for duty in duties for e in duty.earlier if e not in records))
    choices = (*more_choice(len(duties), query.page, desk), *(Choice(id_, id_) for id_ in records[:3]))
    return Reply(Intent.DELIVERIES, desk.language, tuple(lines), records, also, choices)


def _asked(query: Query, desk: Desk) -> tuple[Duty, ...]:
    own, bodies = bound(query.parties, desk)
    everybody = own | bodies if query.parties else None
    if query.agreements or query.topic or query.unknown:
        # Of a party one thing is asked: whether it has delivered just that.
        near = SURE if query.parties else NEAR_BEST
        return desk.agreements.duties_in(query.agreements or found_for(query, desk, near), everybody)
    period = query.period
    return tuple(
        d for d in desk.agreements.dated(everybody, None, None, settled=True)
        if period is None or (d.due and d.due.end and period.meets(d.due.start or d.due.end, d.due.end))
    )  # fmt: skip


def _line(duty: Duty, desk: Desk, *, state: bool) -> Line:
    t = desk.texts
    delivered = (
        t.gettext("delivered, by the record of {document}").format(document=duty.settled_by)
        if duty.settled_by
        else t.gettext("no delivery on record")
    )
    who = capitalised(acting(duty.responsible, desk, duty.performance))
    text = f"{who}, {due_text(duty.due, desk)}: {inside(duty.summary, desk)}"
    earlier = tuple(id_ for id_ in reversed(duty.earlier) if id_ != duty.agreement)
    return Line(Style.ITEM, f"{text} · {delivered}" if state else text, (duty.agreement,), earlier)
