import csv
import io
import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Alarm, Calendar, Event

from bot.assembly import Assembly
from handlers.calendar_file import calendar_file
from tests.bot.conftest import Program

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
BOTH = {"es", "en"}
EVENT = {
    "id", "title", "kind", "sources", "start", "end", "place", "certainty", "virtual", "parties", "reported",
    "keywords", "note", "relations",
}  # fmt: skip
SHAPE = {
    "documents": {"id", "kind", "title", "language", "adopted", "meeting", "note", "keywords", "relations"},
    "agreements": {
        "id", "document", "number", "topic", "title", "summary", "commitments", "relations", "keywords", "note",
    },
    "meetings": EVENT,
    "events": EVENT,
    "parties": {"id", "kind", "name", "short", "conference", "names", "seats", "members", "note", "sources"},
    "outsiders": {"id", "name", "names"},
    "terms": {"id", "acronym", "name", "meaning", "names", "sources", "party"},
    "topics": {"id", "name"},
    "discrepancies": {"id", "about", "says", "sources"},
}  # fmt: skip
COMMITMENT = {"id", "responsible", "counterparties", "performance", "strength", "summary", "due"}
DUE = {"kind", "start", "end", "event", "every", "precision", "certainty"}


@pytest.fixture
def exported(acuerdos: Program) -> dict[str, Any]:
    done = acuerdos("export")
    assert (done.status, done.errors) == (0, "")
    content: dict[str, Any] = json.loads(done.output)
    return content


def by_id(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in records}


def test_every_record_has_the_same_shape(exported: dict[str, Any]) -> None:
    assert {kind: set().union(*records) for kind, records in exported.items()} == SHAPE
    commitments = [each for agreement in exported["agreements"] for each in agreement["commitments"]]
    assert all(set(each) == COMMITMENT for each in commitments)
    assert all(set(each["due"]) == DUE for each in commitments if each["due"])
    assert all(set(each["summary"]) == BOTH for each in (*exported["agreements"], *commitments))


def test_everything_is_there(exported: dict[str, Any]) -> None:
    agreements = [agreement["id"] for agreement in exported["agreements"]]
    counts = {"VIR": 8, "PAN": 14, "BER": 14, "REP": 15}
    assert agreements == [f"{document}-{n}" for document, count in counts.items() for n in range(1, count + 1)]
    assert len(exported["meetings"]) == 28
    assert [document["id"] for document in exported["documents"]] == ["VIR", "PAN", "BER", "REP", "NOTE"]


def test_an_agreement_is_as_the_document_has_it(exported: dict[str, Any]) -> None:
    agreement = by_id(exported["agreements"])["BER-7"]
    assert (agreement["document"], agreement["number"]) == ("BER", 7)
    assert {"kind": "widens", "to": "PAN-12"} in agreement["relations"]
    first = agreement["commitments"][0]
    assert (first["id"], first["responsible"], first["performance"]) == ("BER-7a", ["RCM", "SACM"], "each")
    assert first["due"] == {
        "kind": "by", "start": "2017-09-08", "end": "2017-09-08", "event": None, "every": None,
        "precision": "day", "certainty": "firm",
    }  # fmt: skip


def test_meetings_have_their_days(exported: dict[str, Any]) -> None:
    meetings = by_id(exported["meetings"])
    assert (meetings["M-2017-09-26"]["start"], meetings["M-2017-09-26"]["end"]) == ("2017-09-26", "2017-09-27")
    assert (meetings["M-2017-03-22"]["start"], meetings["M-2017-03-22"]["end"]) == ("2017-03-22", "2017-03-22")
    assert (meetings["M-2017-11"]["start"], meetings["M-2017-11"]["end"]) == ("2017-11", None)
    assert all(DAY.fullmatch(meeting["end"]) for meeting in meetings.values() if len(meeting["start"]) == 10)
    assert all(event["id"].startswith("E-") and event["start"] is None for event in exported["events"])


def test_states_have_the_names_of_cldr(exported: dict[str, Any]) -> None:
    parties = by_id(exported["parties"])
    united_states = parties["P-US"]
    assert united_states["name"] == {"es": "Estados Unidos", "en": "United States"}
    assert (united_states["kind"], united_states["members"], united_states["conference"]) == ("state", [], "RCM")
    assert len(parties["P-RCM"]["members"]) == 11
    assert all(
        set(member) == {"party", "source", "since", "until"}
        for party in parties.values()
        for member in party["members"]
    )


def test_what_is_named_is_there(exported: dict[str, Any]) -> None:
    ids = {record["id"] for kind in SHAPE if kind != "discrepancies" for record in exported[kind]}
    commitments = [each for agreement in exported["agreements"] for each in agreement["commitments"]]
    named = {f"P-{code}" for each in commitments for code in (*each["responsible"], *each["counterparties"])}
    named |= {code for each in exported["discrepancies"] for code in each["sources"]}
    named |= {agreement[field] for agreement in exported["agreements"] for field in ("document", "topic")}
    assert named - ids == set()


def test_the_same_store_gives_the_same_bytes(acuerdos: Program) -> None:
    for form in ("json", "csv", "ics"):
        first = acuerdos("export", "--format", form, "--today", "2017-07-01")
        assert first.output == acuerdos("export", "--format", form).output


def test_a_file_can_be_written(acuerdos: Program, tmp_path: Path, exported: dict[str, Any]) -> None:
    done = acuerdos("export", "--output", tmp_path / "all.json")
    assert (done.status, done.output, done.errors) == (0, "", "")
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8")) == exported
    nowhere = acuerdos("export", "--output", tmp_path / "none" / "all.json")
    assert nowhere.status == 1
    assert nowhere.errors.startswith(f"acuerdos: {tmp_path / 'none' / 'all.json'}: cannot be written")


def test_a_table_has_a_row_for_each_commitment(acuerdos: Program, exported: dict[str, Any]) -> None:
    rows = list(csv.DictReader(io.StringIO(acuerdos("export", "--format", "csv", "--lang", "en").output)))
    commitments = [each for agreement in exported["agreements"] for each in agreement["commitments"]]
    assert [row["id"] for row in rows] == [each["id"] for each in commitments]
    found = {row["id"]: row for row in rows}["BER-7a"]
    assert (found["agreement"], found["responsible"], found["due_end"]) == ("BER-7", "RCM;SACM", "2017-09-08")
    assert found["summary"] == by_id(exported["agreements"])["BER-7"]["commitments"][0]["summary"]["en"]
    assert by_id(rows)["PAN-14a"]["due_end"] == ""


@pytest.fixture(scope="module")
def calendar(parts: Assembly) -> dict[str, Event]:
    found = Calendar.from_ical(calendar_file(parts.store.directory, parts.store.agreements, "en"))
    return {str(event.uid): event for event in found.walk() if isinstance(event, Event)}


def leads(event: Event) -> list[timedelta | datetime | None]:
    return [alarm.TRIGGER for alarm in event.walk() if isinstance(alarm, Alarm)]


def test_a_meeting_is_an_event_of_whole_days(calendar: dict[str, Event]) -> None:
    event = calendar["M-2017-09-26@acuerdos"]
    assert (event.start, event.end) == (date(2017, 9, 26), date(2017, 9, 28))
    assert event.stamp == datetime(2017, 6, 29, tzinfo=UTC)
    assert leads(event) == [timedelta(days=-1)]
    assert "PAN-11" in str(event.description)


def test_a_deadline_is_an_event_with_alarms(calendar: dict[str, Event]) -> None:
    event = calendar["BER-8a@acuerdos"]
    assert (event.start, event.end) == (date(2017, 7, 7), date(2017, 7, 8))
    assert str(event.summary).startswith("Chile: ")
    assert leads(event) == [timedelta(days=-days) for days in (14, 7, 3, 1)]


def test_what_is_tentative_is_marked(calendar: dict[str, Event], exported: dict[str, Any]) -> None:
    firm = {f"{each['id']}@acuerdos": each["certainty"] == "firm" for each in exported["meetings"]}
    marked = {uid: event.status == "CONFIRMED" for uid, event in calendar.items() if uid in firm}
    assert marked == {uid: firm[uid] for uid in marked}
    assert set(marked.values()) == {True, False}


def test_only_what_has_a_day_is_in_the_calendar(calendar: dict[str, Event], exported: dict[str, Any]) -> None:
    meetings = {f"{each['id']}@acuerdos" for each in exported["meetings"] if len(each["start"]) == 10}
    vague = {
        f"{each['id']}@acuerdos"
        for agreement in exported["agreements"]
        for each in agreement["commitments"]
        if not each["due"] or not each["due"]["end"] or each["due"]["precision"] in ("month", "semester")
    }
    assert meetings <= set(calendar)
    assert vague & set(calendar) == set()


def test_what_is_settled_has_no_alarm(calendar: dict[str, Event]) -> None:
    assert leads(calendar["VIR-3a@acuerdos"]) == []


def test_a_calendar_speaks_the_language_asked_for(acuerdos: Program) -> None:
    content = acuerdos("export", "--format", "ics", "--lang", "es").output
    assert "SUMMARY:Chile: Enviar la propuesta" in content.replace("\r\n ", "")
