"""What follows from the records and is stored beside them: which commitments are settled or superseded, and duties.

Everything is computed anew, inside the caller's `writing` block.
"""

from collections import defaultdict
from dataclasses import dataclass

from sqlite_utils import Database

from data.model import Strength


def derive(db: Database) -> None:
    """Bring ``commitment.settled_by``, ``commitment.superseded_by`` and the table ``duty`` up to date.

    The records are another ``edition`` then: what `data.prepared` keeps of the one before counts no more.
    """
    db.execute("UPDATE edition SET id = lower(hex(randomblob(8)))")
    db.execute(
        "UPDATE commitment SET settled_by = found.holder FROM ("
        " SELECT c.key, (SELECT min(r.holder) FROM relation r WHERE r.target = c.id AND r.kind = 'fulfils') AS holder"
        " FROM commitment c) AS found"
        " WHERE found.key = commitment.key AND commitment.settled_by IS NOT found.holder"
    )
    successors = _successors(db)
    db.execute("UPDATE commitment SET superseded_by = NULL WHERE superseded_by IS NOT NULL")
    db.conn.executemany(
        "UPDATE commitment SET superseded_by = ? WHERE id = ?",
        [(_last(successors, id_), id_) for id_ in successors],
    )
    db.execute("DELETE FROM duty")
    # A report that repeats an agreement adds no duty; one that repeats nothing carries the only record of it.
    db.execute(
        "INSERT INTO duty (commitment, party, first_day, last_day, sort_day, settled)"
        " SELECT DISTINCT c.key, p.party, coalesce(c.due_start, c.due_end), coalesce(c.due_end, c.due_start),"
        "  CASE WHEN c.due_kind IN ('by', 'before') THEN coalesce(c.due_end, c.due_start)"
        "   ELSE coalesce(c.due_start, c.due_end) END,"
        "  c.settled_by IS NOT NULL"
        " FROM commitment c JOIN commitment_party p ON p.commitment = c.id AND p.role = 'responsible'"
        " WHERE c.superseded_by IS NULL AND NOT (c.strength = ? AND EXISTS ("
        "  SELECT 1 FROM relation r WHERE r.holder = c.agreement AND r.kind = 'reiterates'))",
        [Strength.REPORTS],
    )


@dataclass(frozen=True, slots=True)
class _Form:
    """A commitment as one agreement words it, as far as repetition goes."""

    id: str
    responsible: frozenset[str]
    reports: bool
    when: tuple[str | None, str | None, str | None, str | None]


def _successors(db: Database) -> dict[str, str]:
    """From a commitment to the one that repeats it directly; without circles."""
    pairs = db.execute(
        "SELECT r.holder, r.target FROM relation r JOIN agreement a ON a.id = r.holder"
        " WHERE r.kind = 'reiterates' ORDER BY a.key, r.position"
    ).fetchall()
    forms = _forms(db) if pairs else {}
    found: dict[str, str] = {}
    for later, earlier in pairs:
        for form in forms.get(earlier, ()):
            for repeated in forms.get(later, ()):
                if form.id not in found and _repeats(repeated, form) and _last(found, repeated.id) != form.id:
                    found[form.id] = repeated.id
    return found


def _repeats(later: _Form, earlier: _Form) -> bool:
    return not later.reports and later.when == earlier.when and not later.responsible.isdisjoint(earlier.responsible)


def _last(successors: dict[str, str], id_: str) -> str:
    while id_ in successors:
        id_ = successors[id_]
    return id_


def _forms(db: Database) -> dict[str, list[_Form]]:
    """By agreement: the commitments of all that take part in a repetition."""
    taking_part = (
        " JOIN (SELECT holder AS id FROM relation WHERE kind = 'reiterates'"
        " UNION SELECT target FROM relation WHERE kind = 'reiterates') t ON t.id = c.agreement"
    )
    responsible: defaultdict[str, set[str]] = defaultdict(set)
    for commitment, party in db.execute(
        f"SELECT c.id, p.party FROM commitment c{taking_part}"  # noqa: S608 - names of our own, values bound
        " JOIN commitment_party p ON p.commitment = c.id AND p.role = 'responsible'"
    ):
        responsible[commitment].add(party)
    found: defaultdict[str, list[_Form]] = defaultdict(list)
    for agreement, id_, strength, start, end, every, event in db.execute(
        "SELECT c.agreement, c.id, c.strength, c.due_start, c.due_end, c.due_every, c.due_event"  # noqa: S608 - names of our own, values bound
        f" FROM commitment c{taking_part} ORDER BY c.id"
    ):
        undated = start is None and end is None
        when = (start, end, every, event if undated else None)
        found[agreement].append(_Form(id_, frozenset(responsible[id_]), strength == Strength.REPORTS, when))
    return found
