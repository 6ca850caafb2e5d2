"""Agreements and the duties in them, read from the store."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from data.columns import DUE_COLUMNS, due_from, to_json, to_names, to_text, to_text_or_none
from data.model import Agreement, Commitment, Due, Performance, Relation, RelationKind, Strength, Text

_DUE = ", ".join(f"c.{column}" for column in DUE_COLUMNS)


@dataclass(frozen=True, slots=True)
class Duty:
    """A commitment that binds somebody, in its latest form.

    ``settled_by`` is the document or meeting on record as fulfilling it. ``earlier`` are the agreements
    whose form of it this one repeats, the oldest first.
    """

    commitment: str
    agreement: str
    document: str
    responsible: tuple[str, ...]
    counterparties: tuple[str, ...]
    performance: Performance
    strength: Strength
    summary: Text
    due: Due | None
    settled_by: str | None
    earlier: tuple[str, ...]


class Agreements:
    """What the store holds of agreements. Every method sees what is committed when it is called."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, ids: Iterable[str]) -> tuple[Agreement, ...]:
        """The agreements of these identifiers, in this order; unknown ones are left out."""
        asked = tuple(ids)
        wanted = to_json(asked)
        commitments = self._commitments(wanted)
        relations: defaultdict[str, list[Relation]] = defaultdict(list)
        for holder, kind, target in self._db.execute(
            "SELECT holder, kind, target FROM relation WHERE holder IN (SELECT value FROM json_each(?))"
            " ORDER BY holder, position",
            [wanted],
        ):
            relations[holder].append(Relation(RelationKind(kind), target))
        found = {
            id_: Agreement(
                id=id_,
                document=document,
                number=number,
                topic=topic,
                title=to_text(title),
                summary=to_text(summary),
                commitments=tuple(commitments.get(id_, ())),
                relations=tuple(relations.get(id_, ())),
                keywords=to_names(keywords),
                note=to_text_or_none(note),
            )
            for id_, document, number, topic, title, summary, keywords, note in self._db.execute(
                "SELECT id, document, number, topic, title, summary, keywords, note FROM agreement"
                " WHERE id IN (SELECT value FROM json_each(?))",
                [wanted],
            )
        }
        return tuple(found[id_] for id_ in asked if id_ in found)

    def ids_of(self, document: str) -> tuple[str, ...]:
        """The agreements of a document, by number."""
        return self._column("SELECT id FROM agreement WHERE document = ? ORDER BY number", [document])

    def of_topic(self, topic: str) -> tuple[str, ...]:
        """The agreements under a topic, by document's adoption and number."""
        return self._column(
            "SELECT a.id FROM agreement a JOIN document d ON d.id = a.document WHERE a.topic = ?"
            " ORDER BY d.adopted IS NULL, d.adopted, d.id, a.number",
            [topic],
        )

    def relations_to(self, target: str) -> tuple[tuple[RelationKind, str], ...]:
        """Who refers to this agreement or commitment, and how: (kind, holder), the earliest recorded first."""
        return tuple(
            (RelationKind(kind), holder)
            for kind, holder in self._db.execute(
                "SELECT kind, holder FROM relation WHERE target = ? ORDER BY rowid", [target]
            )
        )

    def reiterated_by(self, agreement: str) -> tuple[str, ...]:
        """The later agreements that repeat this one directly."""
        return self._column(
            "SELECT holder FROM relation WHERE target = ? AND kind = 'reiterates' ORDER BY rowid", [agreement]
        )

    def dated(
        self, parties: Collection[str] | None, first: date | None, last: date | None, *, settled: bool = False
    ) -> tuple[Duty, ...]:
        """Duties of these parties (None: of anybody) with a day from ``first`` to ``last`` (None: open).

        By their last day for ``by`` and ``before``, else by their first; then by adoption and number.
        Settled ones only where ``settled`` is set.
        """
        where, parameters = _dated(parties, first, last, settled)
        return self._duties(where, parameters)

    def undated(self, parties: Collection[str] | None, *, settled: bool = False) -> tuple[Duty, ...]:
        """Duties of these parties (None: of anybody) that have no day, by adoption and number."""
        where, parameters = _of(parties, "last_day IS NULL AND settled <= ?", [int(settled)])
        return self._duties(where, parameters)

    def count_dated(
        self, parties: Collection[str] | None, first: date | None, last: date | None, *, settled: bool = False
    ) -> int:
        """How many `dated` would return."""
        return self._count(*_dated(parties, first, last, settled))

    def duties_in(self, agreements: Collection[str], parties: Collection[str] | None) -> tuple[Duty, ...]:
        """The duties of these parties (None: of anybody) in these agreements, or in later ones that repeat them.

        Settled ones too; those with a day first, as `dated` orders them.
        """
        where, parameters = _of(
            parties,
            "commitment IN (WITH given AS (SELECT key, superseded_by FROM commitment"
            " WHERE agreement IN (SELECT value FROM json_each(?)))"
            " SELECT key FROM given UNION SELECT c.key FROM given g CROSS JOIN commitment c ON c.id = g.superseded_by)",
            [to_json(sorted(agreements))],
        )
        return self._duties(where, parameters)

    def duties(self, commitments: Collection[str]) -> tuple[Duty, ...]:
        """The duties with these identifiers, settled or not, as `dated` orders them; superseded ones are none."""
        return self._duties(
            "commitment IN (SELECT key FROM commitment WHERE id IN (SELECT value FROM json_each(?)))",
            [to_json(sorted(commitments))],
        )

    def _column(self, sql: str, parameters: list[Any]) -> tuple[str, ...]:
        return tuple(value for (value,) in self._db.execute(sql, parameters))

    def _count(self, where: str, parameters: list[Any]) -> int:
        found = self._db.execute(f"SELECT count(DISTINCT commitment) FROM duty WHERE {where}", parameters).fetchone()  # noqa: S608 - names of our own, values bound
        return int(found[0])

    def _commitments(self, agreements: str) -> dict[str, list[Commitment]]:
        bound: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for commitment, role, party in self._db.execute(
            "SELECT p.commitment, p.role, p.party FROM commitment c JOIN commitment_party p ON p.commitment = c.id"
            " WHERE c.agreement IN (SELECT value FROM json_each(?)) ORDER BY p.commitment, p.role, p.position",
            [agreements],
        ):
            bound[commitment, role].append(party)
        found: defaultdict[str, list[Commitment]] = defaultdict(list)
        for agreement, id_, performance, strength, summary, *due in self._db.execute(
            f"SELECT c.agreement, c.id, c.performance, c.strength, c.summary, {_DUE} FROM commitment c"  # noqa: S608 - names of our own, values bound
            " WHERE c.agreement IN (SELECT value FROM json_each(?)) ORDER BY c.agreement, c.id",
            [agreements],
        ):
            found[agreement].append(
                Commitment(
                    id=id_,
                    responsible=tuple(bound[id_, "responsible"]),
                    strength=Strength(strength),
                    summary=to_text(summary),
                    counterparties=tuple(bound[id_, "counterparty"]),
                    performance=Performance(performance),
                    due=due_from(due),
                )
            )
        return found

    def _duties(self, where: str, parameters: list[Any]) -> tuple[Duty, ...]:
        rows = self._db.execute(
            # The plus keeps SQLite from reading all duties in the order of an index only to find the distinct ones.
            f"WITH chosen AS (SELECT DISTINCT +commitment AS commitment, sort_day FROM duty WHERE {where})"  # noqa: S608 - names of our own, values bound
            f" SELECT c.id, c.agreement, a.document, c.performance, c.strength, c.summary, c.settled_by, {_DUE}"
            " FROM chosen JOIN commitment c ON c.key = chosen.commitment"
            " JOIN agreement a ON a.id = c.agreement JOIN document d ON d.id = a.document"
            " ORDER BY sort_day IS NULL, sort_day, d.adopted IS NULL, d.adopted, d.id, a.number, c.id",
            parameters,
        ).fetchall()
        beside = self._beside([row[0] for row in rows])
        return tuple(
            Duty(
                commitment=id_,
                agreement=agreement,
                document=document,
                responsible=tuple(beside[id_, "responsible"]),
                counterparties=tuple(beside[id_, "counterparty"]),
                performance=Performance(performance),
                strength=Strength(strength),
                summary=to_text(summary),
                due=due_from(due),
                settled_by=settled_by,
                earlier=tuple(dict.fromkeys(beside[id_, "earlier"])),
            )
            for id_, agreement, document, performance, strength, summary, settled_by, *due in rows
        )

    def _beside(self, commitments: list[str]) -> defaultdict[tuple[str, str], list[str]]:
        """By commitment and role: its parties in their order, and the agreements that it supersedes."""
        # CROSS JOIN is SQLite's order of joining: left to itself it reads every superseded commitment first.
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        wanted = to_json(commitments)
        for id_, role, value in self._db.execute(
            "WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(?)),"
            " beside AS ("
            "  SELECT p.commitment AS id, p.role AS role, p.party AS value, '' AS adopted, p.position AS place"
            "  FROM wanted w CROSS JOIN commitment_party p ON p.commitment = w.id"
            "  UNION ALL"
            "  SELECT c.superseded_by, 'earlier', c.agreement, coalesce(d.adopted, '9999'), a.number"
            "  FROM wanted w CROSS JOIN commitment c ON c.superseded_by = w.id"
            "  JOIN agreement a ON a.id = c.agreement JOIN document d ON d.id = a.document)"
            " SELECT id, role, value FROM beside ORDER BY adopted, place",
            [wanted],
        ):
            found[id_, role].append(value)
        return found


def _dated(
    parties: Collection[str] | None, first: date | None, last: date | None, settled: bool
) -> tuple[str, list[Any]]:
    window = "last_day >= ? AND first_day <= ? AND settled <= ?"
    return _of(parties, window, [(first or date.min).isoformat(), (last or date.max).isoformat(), int(settled)])


def _of(parties: Collection[str] | None, where: str, parameters: list[Any]) -> tuple[str, list[Any]]:
    if parties is None:
        return where, parameters
    return f"party IN (SELECT value FROM json_each(?)) AND {where}", [to_json(sorted(parties)), *parameters]  # noqa: S608 - names of our own, values bound
