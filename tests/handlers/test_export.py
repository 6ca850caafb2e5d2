"""An export leaves nothing out: every record of the store, and every field of its class."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, get_args, get_type_hints

import pytest

from data.agreements import Agreements
from data.model import Agreement, Commitment, Due, Meeting, Membership, Records, Relation
from data.shipped import shipped_records
from data.store import Store
from handlers.commitment_table import COLUMNS, rows
from handlers.export import everything

KINDS = {name: get_args(kind)[0] for name, kind in get_type_hints(Records).items()}
"""The kinds of records by their lists: agreements are instances of `Agreement`."""

FIXED: Mapping[type, set[str]] = {
    Agreement: {"id", "document", "number", "topic", "summary", "commitments", "relations"},
    Commitment: {"id", "responsible", "counterparties", "performance", "strength", "summary", "due"},
    Due: {"kind", "start", "end", "event", "every", "precision", "certainty"},
    Meeting: {"id", "title", "start", "end", "place", "certainty", "kind", "sources"},
}
"""Names on which programs that read the export rely."""


def names(cls: type) -> set[str]:
    return {field.name for field in fields(cls)}


@pytest.fixture(scope="module")
def exported(store: Store) -> dict[str, Any]:
    content = everything(store.directory, store.agreements)
    assert {event["start"] for event in content["events"]} == {None}
    content["meetings"] += content.pop("events")
    return content


def test_every_record_of_every_kind_is_there(exported: dict[str, Any]) -> None:
    shipped = shipped_records()
    expected = {kind: {each.id for each in getattr(shipped, kind)} for kind in KINDS}
    expected["parties"] = {f"P-{code}" for code in expected["parties"]}
    assert {kind: {each["id"] for each in records} for kind, records in exported.items()} == expected
    assert [kind for kind, ids in expected.items() if not ids] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_there(exported: dict[str, Any], kind: str) -> None:
    own = {"name"} if kind == "outsiders" else set()
    assert {frozenset(record) for record in exported[kind]} == {frozenset(names(KINDS[kind]) | own)}


def test_what_records_hold_has_every_field_too(exported: dict[str, Any]) -> None:
    agreements: Sequence[dict[str, Any]] = exported["agreements"]
    commitments = [each for agreement in agreements for each in agreement["commitments"]]
    related = [*agreements, *exported["documents"], *exported["meetings"]]
    held = {
        Commitment: commitments,
        Due: [each["due"] for each in commitments if each["due"]],
        Relation: [each for record in related for each in record["relations"]],
        Membership: [each for party in exported["parties"] for each in party["members"]],
    }
    assert {cls: set().union(*found) for cls, found in held.items()} == {cls: names(cls) for cls in held}


@pytest.mark.parametrize("cls", FIXED)
def test_names_that_programs_rely_on_stay(cls: type) -> None:
    assert FIXED[cls] <= names(cls)


def test_states_are_named(exported: dict[str, Any]) -> None:
    named = {each["id"]: each["name"] for kind in ("parties", "outsiders") for each in exported[kind]}
    assert named["P-CL"] == {"es": "Chile", "en": "Chile"}
    assert named["ES"] == {"es": "España", "en": "Spain"}


def test_a_table_says_what_recurs_and_what_is_settled(store: Store) -> None:
    head, *body = rows(store.directory, store.agreements, "en")
    assert tuple(head) == COLUMNS
    assert {len(row) for row in body} == {len(COLUMNS)}
    table = {row[0]: dict(zip(COLUMNS, row, strict=True)) for row in body}
    assert {id_: row["settled_by"] for id_, row in table.items() if row["settled_by"]} == _settled(store.agreements)
    recurring = {id_ for id_, row in table.items() if row["due_kind"] == "recurring"}
    assert recurring == {id_ for id_, row in table.items() if row["due_every"] == "P1Y"} != set()


def _settled(agreements: Agreements) -> dict[str, str]:
    duties = (*agreements.dated(None, None, None, settled=True), *agreements.undated(None, settled=True))
    return {duty.commitment: duty.settled_by for duty in duties if duty.settled_by}
