"""Which duties answer a question of what is due, and in which order."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from data.agreements import Duty
from data.model import PartyKind
from handlers.answers.desk import Desk
from handlers.answers.wording import is_state
from handlers.understanding.reading import Query, Status

RECENT: Final = timedelta(days=365)
"""How long a passed date, or minutes without a date, are shown unasked: older ones are counted, no alarm."""


@dataclass(frozen=True, slots=True)
class Duties:
    """The duties of a question, each list in its order; ``shared_undated`` and ``older`` are only counted."""

    own: tuple[Duty, ...] = ()
    shared: tuple[Duty, ...] = ()
    past: tuple[Duty, ...] = ()
    undated: tuple[Duty, ...] = ()
    shared_undated: tuple[Duty, ...] = ()
    older: tuple[Duty, ...] = ()

    @property
    def shown(self) -> tuple[Duty, ...]:
        """What answers the question, in order."""
        return (*self.own, *self.shared, *self.past, *self.undated)

    def only(self, agreements: Collection[str]) -> "Duties":
        """Those of these agreements, or of ones that repeat them."""

        def keep(duties: Iterable[Duty]) -> tuple[Duty, ...]:
            return tuple(d for d in duties if d.agreement in agreements or set(d.earlier) & set(agreements))

        shared = keep(self.shared_undated)
        return Duties(
            keep(self.own), keep(self.shared), keep(self.past), (*keep(self.undated), *shared), (), keep(self.older)
        )


def bound(parties: Sequence[str], desk: Desk) -> tuple[frozenset[str], frozenset[str]]:
    """The parties themselves, and the bodies for whose duties they answer as members today."""
    own = frozenset(parties)
    bodies = {
        body
        for code in parties
        if is_state(desk.directory.parties.get(code))
        for body in desk.directory.bodies_of(code, desk.today)
    }
    return own, frozenset(bodies) - own


def duties_of(query: Query, desk: Desk) -> Duties:
    """What is due by DESIGN's order: within the period asked for, or ahead, behind and without a date."""
    own, bodies = bound(query.parties, desk)
    everybody = own | bodies if query.parties else None
    if query.period is not None and query.status is not Status.UNDATED:
        first = query.period.first
        if query.status is Status.OVERDUE and query.period.last == desk.today:
            first = None  # "what is overdue up to today": whenever it was due
        found = desk.agreements.dated(everybody, first, query.period.last)
        behind = query.period.last is None or query.period.last < desk.today or query.period.first is None
        if query.status is Status.OVERDUE and (behind or (query.period.first and query.period.first < desk.today)):
            return Duties(past=tuple(d for d in found if is_past(d, desk)))
        return Duties(own=_of(found, own), shared=_not_of(found, own))
    passed = desk.agreements.dated(everybody, None, desk.today - timedelta(days=1))
    past = tuple(d for d in passed if is_past(d, desk))
    if query.status is Status.OVERDUE:
        return Duties(past=past)
    undated = desk.agreements.undated(everybody)
    if query.status is Status.UNDATED:
        return Duties(undated=(*_of(undated, own), *_not_of(undated, own)))
    ahead = desk.agreements.dated(everybody, desk.today, None)
    own_undated = _of(undated, own)
    return Duties(
        own=_of(ahead, own),
        shared=_not_of(ahead, own),
        past=tuple(d for d in past if _is_recent(d, desk)),
        undated=() if query.status is Status.DATED else tuple(d for d in own_undated if _is_fresh(d, desk)),
        shared_undated=_not_of(undated, own),
        older=(
            *(d for d in past if not _is_recent(d, desk)),
            *(d for d in own_undated if not _is_fresh(d, desk)),
        ),
    )


def organs_own(query: Query, desk: Desk) -> int:
    """How many duties ahead the members and organs of the bodies asked about have of their own."""
    members: set[str] = set()
    for code in query.parties:
        party = desk.directory.parties.get(code)
        if party is None or party.kind is PartyKind.STATE:
            continue
        members.update(desk.directory.members_of(code, desk.today))
        if party.kind is PartyKind.CONFERENCE:
            members.update(p.id for p in desk.directory.parties.values() if p.conference == code)
    members -= set(query.parties)
    return desk.agreements.count_dated(members, desk.today, None) if members else 0


def is_past(duty: Duty, desk: Desk) -> bool:
    """Whether a duty's last day lies behind."""
    return duty.due is not None and duty.due.end is not None and duty.due.end < desk.today


def _is_recent(duty: Duty, desk: Desk) -> bool:
    return duty.due is not None and duty.due.end is not None and duty.due.end >= desk.today - RECENT


def _is_fresh(duty: Duty, desk: Desk) -> bool:
    adopted = desk.directory.documents[duty.document].adopted
    return adopted is None or adopted >= (desk.today - RECENT).isoformat()


def _of(duties: Iterable[Duty], parties: Collection[str]) -> tuple[Duty, ...]:
    return tuple(d for d in duties if not parties or set(d.responsible) & set(parties))


def _not_of(duties: Iterable[Duty], parties: Collection[str]) -> tuple[Duty, ...]:
    return tuple(d for d in duties if parties and not set(d.responsible) & set(parties))
