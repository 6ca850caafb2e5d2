"""Writing single records into their tables, and taking them out again.

A record's kind is the name of its table. Every function here runs inside the caller's `writing` block; derived
columns and the search index are brought up to date by `data.merging`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from sqlite_utils import Database

from data.columns import DUE_COLUMNS, due_values, from_day, to_json, to_json_or_null
from data.model import (
    Agreement,
    Commitment,
    Discrepancy,
    Document,
    Meeting,
    Outsider,
    Party,
    Records,
    Relation,
    Term,
    Topic,
)

Record: TypeAlias = Topic | Document | Agreement | Meeting | Party | Term | Discrepancy | Outsider

KINDS: Mapping[type[Record], str] = {
    Topic: "topic",
    Party: "party",
    Outsider: "outsider",
    Meeting: "meeting",
    Document: "document",
    Agreement: "agreement",
    Term: "term",
    Discrepancy: "discrepancy",
}
"""Every kind of record, and its table."""


def all_of(records: Records) -> tuple[Record, ...]:
    """The records of every kind, in the order of `KINDS`."""
    return (
        *records.topics,
        *records.parties,
        *records.outsiders,
        *records.meetings,
        *records.documents,
        *records.agreements,
        *records.terms,
        *records.discrepancies,
    )


def put(db: Database, record: Record) -> None:
    """Insert a record, or replace what stands under its identifier; it keeps its place in the order."""
    _PUT[type(record)](db, record)


def remove(db: Database, kind: str, id_: str) -> None:
    """Take a record out, with all that is part of it.

    What still refers to it makes the commit fail: see `is_used`.
    """
    if kind in ("agreement", "document", "meeting"):
        db.execute("DELETE FROM relation WHERE holder = ?", [id_])
    db.execute(f"DELETE FROM {kind} WHERE id = ?", [id_])  # noqa: S608 - names of our own, values bound


def is_used(db: Database, kind: str, id_: str) -> bool:
    """Whether another record's foreign key names this one."""
    return any(
        db.execute(f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {column} = ?)", [id_]).fetchone()[0]  # noqa: S608 - names of our own, values bound
        for table, column in _USES.get(kind, ())
    )


_USES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "topic": (("agreement", "topic"),),
    "document": (("agreement", "document"),),
    "meeting": (("document", "meeting"),),
    "party": (
        ("party", "conference"),
        ("membership", "party"),
        ("meeting_party", "party"),
        ("commitment_party", "party"),
        ("term", "party"),
    ),
}


def _upsert(db: Database, table: str, values: Mapping[str, Any]) -> None:
    columns = ", ".join(values)
    marks = ", ".join("?" * len(values))
    changes = ", ".join(f"{column} = excluded.{column}" for column in values if column != "id")
    db.execute(
        f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}",  # noqa: S608 - names of our own, values bound
        list(values.values()),
    )


def _replace(db: Database, table: str, key: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Give the owner ``key`` exactly these rows, numbered by ``position``."""
    where = " AND ".join(f"{column} = ?" for column in key)
    db.execute(f"DELETE FROM {table} WHERE {where}", list(key.values()))  # noqa: S608 - names of our own, values bound
    for position, row in enumerate(rows):
        values = {**key, "position": position, **row}
        columns, marks = ", ".join(values), ", ".join("?" * len(values))
        db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(values.values()))  # noqa: S608 - names of our own, values bound


def _relations(db: Database, holder: str, relations: Iterable[Relation]) -> None:
    _replace(db, "relation", {"holder": holder}, ({"kind": r.kind.value, "target": r.to} for r in relations))


def _put_topic(db: Database, topic: Topic) -> None:
    _upsert(db, "topic", {"id": topic.id, "name": to_json(topic.name)})


def _put_outsider(db: Database, outsider: Outsider) -> None:
    _upsert(db, "outsider", {"id": outsider.id, "names": to_json(outsider.names)})


def _put_party(db: Database, party: Party) -> None:
    _upsert(
        db,
        "party",
        {
            "id": party.id,
            "kind": party.kind.value,
            "name": to_json_or_null(party.name),
            "short": to_json_or_null(party.short),
            "conference": party.conference,
            "names": to_json(party.names),
            "seats": to_json(party.seats),
            "note": to_json_or_null(party.note),
            "sources": to_json(party.sources),
        },
    )
    _replace(
        db,
        "membership",
        {"body": party.id},
        (
            {"party": m.party, "source": m.source, "since": from_day(m.since), "until": from_day(m.until)}
            for m in party.members
        ),
    )


def _put_meeting(db: Database, meeting: Meeting) -> None:
    _upsert(
        db,
        "meeting",
        {
            "id": meeting.id,
            "title": to_json(meeting.title),
            "kind": meeting.kind.value,
            "start": meeting.start,
            "end": meeting.end,
            "place": to_json_or_null(meeting.place),
            "certainty": meeting.certainty.value,
            "virtual": int(meeting.virtual),
            "keywords": to_json(meeting.keywords),
            "note": to_json_or_null(meeting.note),
        },
    )
    for role, sources in (("source", meeting.sources), ("reported", meeting.reported)):
        _replace(db, "meeting_source", {"meeting": meeting.id, "role": role}, ({"source": s} for s in sources))
    _replace(db, "meeting_party", {"meeting": meeting.id}, ({"party": p} for p in meeting.parties))
    _relations(db, meeting.id, meeting.relations)


def _put_document(db: Database, document: Document) -> None:
    _upsert(
        db,
        "document",
        {
            "id": document.id,
            "kind": document.kind.value,
            "title": to_json(document.title),
            "language": document.language,
            "adopted": document.adopted,
            "meeting": document.meeting,
            "note": to_json_or_null(document.note),
            "keywords": to_json(document.keywords),
        },
    )
    _relations(db, document.id, document.relations)


def _put_agreement(db: Database, agreement: Agreement) -> None:
    _upsert(
        db,
        "agreement",
        {
            "id": agreement.id,
            "document": agreement.document,
            "number": agreement.number,
            "topic": agreement.topic,
            "title": to_json(agreement.title),
            "summary": to_json(agreement.summary),
            "keywords": to_json(agreement.keywords),
            "note": to_json_or_null(agreement.note),
        },
    )
    db.execute("DELETE FROM commitment WHERE agreement = ?", [agreement.id])
    for commitment in agreement.commitments:
        _insert_commitment(db, agreement.id, commitment)
    _relations(db, agreement.id, agreement.relations)


def _insert_commitment(db: Database, agreement: str, commitment: Commitment) -> None:
    _upsert(
        db,
        "commitment",
        {
            "id": commitment.id,
            "agreement": agreement,
            "performance": commitment.performance.value,
            "strength": commitment.strength.value,
            "summary": to_json(commitment.summary),
            **dict(zip(DUE_COLUMNS, due_values(commitment.due), strict=True)),
        },
    )
    for role, parties in (("responsible", commitment.responsible), ("counterparty", commitment.counterparties)):
        _replace(db, "commitment_party", {"commitment": commitment.id, "role": role}, ({"party": p} for p in parties))


def _put_term(db: Database, term: Term) -> None:
    _upsert(
        db,
        "term",
        {
            "id": term.id,
            "acronym": to_json(term.acronym),
            "name": to_json(term.name),
            "meaning": to_json(term.meaning),
            "names": to_json(term.names),
            "sources": to_json(term.sources),
            "party": term.party,
        },
    )


def _put_discrepancy(db: Database, discrepancy: Discrepancy) -> None:
    _upsert(
        db,
        "discrepancy",
        {"id": discrepancy.id, "says": to_json(discrepancy.says), "sources": to_json(discrepancy.sources)},
    )
    _replace(db, "discrepancy_about", {"discrepancy": discrepancy.id}, ({"about": a} for a in discrepancy.about))


_PUT: Mapping[type[Record], Callable[[Database, Any], None]] = {
    Topic: _put_topic,
    Party: _put_party,
    Outsider: _put_outsider,
    Meeting: _put_meeting,
    Document: _put_document,
    Agreement: _put_agreement,
    Term: _put_term,
    Discrepancy: _put_discrepancy,
}
