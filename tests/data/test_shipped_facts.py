"""What the five documents say, typed by hand from them, against the records that are shipped."""

from collections.abc import Mapping

import pytest

from data.model import Due, Performance, Records, Strength

DOCUMENTS = {
    "VIR": ("minutes", "en", "2017-05-11", 8),
    "PAN": ("minutes", "en", "2017-06-08", 14),
    "BER": ("minutes", "es", "2017-06-29", 14),
    "REP": ("report", "en", "2017-11", 15),
    "NOTE": ("concept-note", "en", None, 0),
}

When = tuple[str, str | None, str | None, str, str]
"""Kind, first day, last day, precision, certainty."""

BOTH = "RCM SACM"
BOTH_TS = "RCM-TS SACM-TS"
BOTH_PPT = "RCM-PPT SACM-PPT"
BOTH_TROIKAS = "RCM-TROIKA SACM-TROIKA"
GUADALAJARA: When = ("during", "2017-12-04", "2017-12-06", "day", "firm")
PLENARY: When = ("during", "2017-09-26", "2017-09-27", "day", "firm")
AD_HOC: When = ("during", "2017-07-07", "2017-07-08", "day", "tentative")

COMMITMENTS: Mapping[str, tuple[str, str, When | None]] = {
    "VIR-1a": ("RCM", "commits", None),
    "VIR-1b": ("RCM", "commits", None),
    "VIR-2a": (BOTH_TS, "commits", None),
    "VIR-3a": ("PA CL", "commits", ("on", "2017-06-08", "2017-06-08", "day", "firm")),
    "VIR-4a": (BOTH, "commits", ("before", None, None, "day", "firm")),
    "VIR-5a": (BOTH_TROIKAS, "commits", ("during", "2017-08-30", "2017-08-31", "day", "firm")),
    "VIR-6a": (BOTH_TROIKAS, "commits", ("recurring", None, None, "day", "firm")),
    "VIR-7a": (BOTH_TS, "commits", None),
    "VIR-8a": (BOTH, "commits", None),
    "VIR-8b": (BOTH, "commits", None),
    "PAN-1a": (BOTH_TS, "commits", None),
    "PAN-2a": (BOTH, "commits", None),
    "PAN-3a": (BOTH, "commits", None),
    "PAN-3b": (BOTH, "should", None),  # "to the extent possible"
    "PAN-4a": ("RCM", "commits", ("on", None, None, "day", "firm")),
    "PAN-4b": ("RCM-TS", "commits", None),
    "PAN-5a": (BOTH, "commits", ("before", None, "2017-09-06", "day", "firm")),
    "PAN-6a": (BOTH, "invites", None),
    "PAN-7a": (BOTH, "commits", GUADALAJARA),
    "PAN-8a": (BOTH, "commits", ("on", "2017-06-20", "2017-06-20", "day", "firm")),
    "PAN-9a": (BOTH, "proposes", None),
    "PAN-9b": (BOTH_PPT, "commits", ("by", "2017-06-12", "2017-06-12", "day", "firm")),
    "PAN-9c": (BOTH, "commits", None),
    "PAN-9d": (BOTH_PPT, "commits", None),
    "PAN-10a": (BOTH, "commits", None),
    "PAN-11a": (BOTH, "commits", PLENARY),
    "PAN-11b": (BOTH, "commits", PLENARY),
    "PAN-11c": ("IOM", "asks", None),
    "PAN-12a": (BOTH, "commits", None),
    "PAN-12b": ("RCM-TS", "commits", None),
    "PAN-12c": ("CL", "commits", ("by", "2017-06-20", "2017-06-20", "day", "firm")),
    "PAN-13a": ("RCM", "invites", AD_HOC),
    "PAN-13b": ("RCM", "invites", ("during", "2017-11-01", "2017-11-30", "month", "firm")),
    "PAN-14a": ("CL PA", "commits", None),
    "BER-1a": ("RCM-TS", "commits", None),
    "BER-2a": (BOTH, "commits", None),
    "BER-3a": ("VA", "proposes", ("by", "2017-07-03", "2017-07-09", "week", "firm")),
    "BER-4a": (BOTH, "takes-note", None),
    "BER-5a": (BOTH, "proposes", PLENARY),
    "BER-6a": (BOTH, "commits", PLENARY),
    "BER-7a": (BOTH, "commits", ("by", "2017-09-08", "2017-09-08", "day", "firm")),
    "BER-7b": (BOTH_TS, "commits", ("before", None, "2017-09-25", "day", "inferred")),
    "BER-8a": ("CL", "commits", ("by", "2017-07-07", "2017-07-07", "day", "firm")),
    "BER-9a": ("CL", "invites", ("before", None, None, "day", "firm")),
    "BER-10a": (BOTH, "invites", None),
    "BER-11a": (BOTH, "wishes", GUADALAJARA),
    "BER-12a": ("RCM", "should", ("by", "2017-07-14", "2017-07-14", "day", "firm")),
    "BER-12b": ("RCM-TS", "commits", ("before", None, "2017-07-13", "day", "inferred")),
    "BER-13a": ("RCM", "invites", AD_HOC),
    "BER-14a": (BOTH, "accepts", PLENARY),
    "REP-8a": ("RCM-TS", "reports", None),
}
ANCHORS = {
    "VIR-3a": "M-2017-06-08",
    "VIR-4a": "E-GFMD",
    "VIR-5a": "M-2017-08-30",
    "PAN-4a": "E-CAM",
    "PAN-5a": "M-2017-09-07",
    "PAN-7a": "M-2017-12-04",
    "PAN-8a": "M-2017-06-20",
    "PAN-11a": "M-2017-09-26",
    "PAN-11b": "M-2017-09-26",
    "PAN-13a": "M-2017-07-07",
    "PAN-13b": "M-2017-11",
    "BER-5a": "M-2017-09-26",
    "BER-6a": "M-2017-09-26",
    "BER-7b": "M-2017-09-26",
    "BER-9a": "E-ECLAC",
    "BER-11a": "M-2017-12-04",
    "BER-13a": "M-2017-07-07",
    "BER-14a": "M-2017-09-26",
}
TOWARDS = {
    "VIR-1a": "SACM",
    "VIR-1b": "SACM",
    "PAN-4b": "SACM",
    "PAN-6a": BOTH,
    "PAN-9d": "UN",
    "PAN-12b": "SACM",
    "PAN-13a": "SACM",
    "PAN-13b": "SACM",
    "PAN-14a": BOTH,
    "BER-1a": "SACM",
    "BER-3a": BOTH,
    "BER-4a": "VA",
    "BER-5a": "VA",
    "BER-7a": BOTH_TS,
    "BER-8a": "RCM-PPT RCM-TS",
    "BER-9a": BOTH_TROIKAS,
    "BER-10a": BOTH,
    "BER-12b": "RCM",
    "BER-13a": "SACM",
}
MEETINGS: Mapping[str, tuple[str, str, tuple[str, str] | None]] = {
    "M-2017-03-22": ("2017-03-22", "2017-03-22", None),
    "M-2017-03-29": ("2017-03-29", "2017-03-29", ("Washington", "Washington")),
    "M-2017-03-30": ("2017-03-30", "2017-03-30", ("Washington", "Washington")),
    "M-2017-05-03": ("2017-05-03", "2017-05-03", None),
    "M-2017-05-11": ("2017-05-11", "2017-05-11", None),
    "M-2017-06-05": ("2017-06-05", "2017-06-05", None),
    "M-2017-06-08": ("2017-06-08", "2017-06-08", ("Ciudad de Panamá", "Panama City")),
    "M-2017-06-20": ("2017-06-20", "2017-06-20", ("Ginebra", "Geneva")),
    "M-2017-06-29": ("2017-06-29", "2017-06-29", ("Berlín", "Berlin")),
    "M-2017-07-07": ("2017-07-07", "2017-07-08", ("Ciudad de México", "Mexico City")),
    "M-2017-08-30": ("2017-08-30", "2017-08-31", ("Chile", "Chile")),
    "M-2017-09-07": ("2017-09-07", "2017-09-08", ("Bruselas", "Brussels")),
    "M-2017-09-26": ("2017-09-26", "2017-09-27", ("Panamá", "Panama")),
    "M-2017-10-10": ("2017-10-10", "2017-10-11", ("Ginebra", "Geneva")),
    "M-2017-10-11": ("2017-10-11", "2017-10-11", None),
    "M-2017-11": ("2017-11", "2017-11", ("San Salvador", "San Salvador")),
    "M-2017-12-04": ("2017-12-04", "2017-12-06", ("Guadalajara", "Guadalajara")),
    "M-2018-02-07": ("2018-02-07", "2018-02-07", None),
    "M-2018-02-20": ("2018-02-20", "2018-02-20", ("Nueva York", "New York")),
    "M-2018-02-22": ("2018-02-22", "2018-02-22", ("Nueva York", "New York")),
    "M-2018-02-22b": ("2018-02-22", "2018-02-22", ("Nueva York", "New York")),
    "M-2018-02-23": ("2018-02-23", "2018-02-23", ("Nueva York", "New York")),
    "M-2018-03-12": ("2018-03-12", "2018-03-15", ("Nueva York", "New York")),
    "M-2018-04-03": ("2018-04-03", "2018-04-06", ("Nueva York", "New York")),
    "M-2018-05-08": ("2018-05-08", "2018-05-09", ("Montevideo", "Montevideo")),
    "M-2018-05-14": ("2018-05-14", "2018-05-18", ("Nueva York", "New York")),
    "M-2018-06-04": ("2018-06-04", "2018-06-08", ("Nueva York", "New York")),
    "M-2018-07-09": ("2018-07-09", "2018-07-13", ("Nueva York", "New York")),
}
VIRTUAL = {"M-2017-03-22", "M-2017-05-03", "M-2017-05-11", "M-2017-06-05", "M-2018-02-07"}
ROOMS = {
    "M-2018-02-20": "Trusteeship Council Chamber",
    "M-2018-02-22": "Conference Room 4",
    "M-2018-02-22b": "Conference Room 4",
    "M-2018-02-23": "ECOSOC Chamber",
    "M-2018-03-12": "Trusteeship Council Chamber",
    "M-2018-04-03": "Conference Room 2",
    "M-2018-05-14": "Conference Room 2",
    "M-2018-06-04": "Trusteeship Council Chamber",
    "M-2018-07-09": "Conference Room 1",
}
MEMBERS = {
    "RCM": "BZ CA CR DO SV US GT HN MX NI PA",
    "SACM": "AR BO BR CL CO EC GY PY PE SR UY VE",
    "RCM-TROIKA": "SV HN MX",
    "SACM-TROIKA": "CL PY UY",
    "ADHOC-INPUTS": "PA CL",
}


def when(due: Due | None) -> When | None:
    if due is None:
        return None
    start, end = (day.isoformat() if day else None for day in (due.start, due.end))
    return due.kind.value, start, end, due.precision.value, due.certainty.value


def test_the_documents(shipped: Records) -> None:
    assert {d.id: (d.kind, d.language, d.adopted) for d in shipped.documents} == {
        id_: facts[:3] for id_, facts in DOCUMENTS.items()
    }
    assert [a.id for a in shipped.agreements] == [
        f"{id_}-{number}" for id_, facts in DOCUMENTS.items() for number in range(1, facts[3] + 1)
    ]


def test_no_commitment_of_the_minutes_is_left_out(shipped: Records) -> None:
    found = {c.id for a in shipped.agreements if a.document in {"VIR", "PAN", "BER"} for c in a.commitments}
    assert found | {"REP-8a"} == set(COMMITMENTS)


@pytest.mark.parametrize("id_", COMMITMENTS)
def test_a_commitment(shipped: Records, id_: str) -> None:
    (found,) = [c for a in shipped.agreements for c in a.commitments if c.id == id_]
    responsible, strength, due = COMMITMENTS[id_]
    assert (set(found.responsible), found.strength.value, when(found.due)) == (set(responsible.split()), strength, due)
    assert (found.due and found.due.event) == ANCHORS.get(id_)
    assert (found.due and found.due.every) == ("P1Y" if id_ == "VIR-6a" else None)
    if id_ in TOWARDS:
        assert set(found.counterparties) == set(TOWARDS[id_].split())


def test_each_answers_for_its_own_or_one_for_all(shipped: Records) -> None:
    found = {c.id: c.performance for a in shipped.agreements for c in a.commitments}
    assert {found[id_] for id_ in ("BER-7a", "PAN-11a", "PAN-14a")} == {Performance.EACH}
    assert {found[id_] for id_ in ("BER-6a", "BER-7b", "BER-10a", "PAN-11b", "VIR-3a")} == {Performance.JOINT}


def test_the_report_reports_and_sets_no_date(shipped: Records) -> None:
    report = [a for a in shipped.agreements if a.document == "REP"]
    assert {a.number for a in report if not a.commitments} == {2, 3, 4, 12, 13, 15}
    assert {(c.strength, c.due) for a in report for c in a.commitments} == {(Strength.REPORTS, None)}


@pytest.mark.parametrize("id_", MEETINGS)
def test_a_meeting(shipped: Records, id_: str) -> None:
    (found,) = [m for m in shipped.meetings if m.id == id_]
    start, end, place = MEETINGS[id_]
    assert (found.start, found.end or found.start, found.virtual) == (start, end, id_ in VIRTUAL)
    if place is None:
        assert found.place is None
    else:
        assert found.place is not None
        assert place[0] in found.place["es"]
        assert place[1] in found.place["en"]
        assert ROOMS.get(id_, "") in found.place["en"]


def test_the_meetings_and_the_events_without_a_date(shipped: Records) -> None:
    dated = [m.id for m in shipped.meetings if m.start]
    assert len(dated) == 28
    assert set(dated) == set(MEETINGS)
    undated = {m.id: m for m in shipped.meetings if not m.start}
    assert set(undated) >= {"E-ECLAC", "E-CAM", "E-GFMD", "E-PARLATINO"}
    assert all(id_.startswith("E-") and meeting.end is None for id_, meeting in undated.items())
    assert {m.id for m in shipped.meetings if m.certainty.value != "firm"} == {"M-2017-07-07"}


def test_nothing_is_said_to_be_held_that_no_document_reports(shipped: Records) -> None:
    found = {m.id for m in shipped.meetings if m.reported}
    assert found.isdisjoint({"M-2017-06-20", "M-2017-08-30", "M-2017-09-07", "M-2017-09-26", "M-2018-05-08"})
    assert found >= {"M-2017-03-22", "M-2017-03-30", "M-2017-05-11", "M-2017-06-08", "M-2017-06-29", "M-2018-02-07"}


@pytest.mark.parametrize("body", MEMBERS)
def test_the_members_of_a_body(shipped: Records, body: str) -> None:
    (found,) = [party for party in shipped.parties if party.id == body]
    assert {member.party for member in found.members} == set(MEMBERS[body].split())
    assert len(found.members) == len(MEMBERS[body].split())


def test_a_state_is_of_one_conference_and_nobody_is_named_as_presiding(shipped: Records) -> None:
    conferences = {p.id: p.conference for p in shipped.parties if p.kind == "state" and p.conference}
    assert conferences == {state: body for body in ("RCM", "SACM") for state in MEMBERS[body].split()}
    assert {p.id: p.members for p in shipped.parties if p.kind == "presidency"} == {"RCM-PPT": (), "SACM-PPT": ()}
    assert [(p.conference, p.kind.value) for p in shipped.parties if p.id == "VA"] == [(None, "state")]
