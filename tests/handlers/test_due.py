"""What is due: own, shared, past, without a date, as DESIGN's rules of an honest answer order it."""

import re
from datetime import date

import pytest

from data.store import Store
from handlers.reply import Reply
from handlers.understanding.reading import Intent
from tests.handlers.conftest import Ask
from tests.handlers.shown import lead_of, shown_in, text_of

CHILE = "what is due from Chile?"
OF_OTHERS_THAN_CHILE = {"BER-3", "BER-12", "BER-13", "PAN-13", "VIR-2", "PAN-4", "BER-1", "REP-6", "REP-8"}


def pages(ask: Ask, text: str, today: str = "2017-07-01") -> list[Reply]:
    """The reply and all that "more" shows of it."""
    found = [ask(text, today)]
    while any(choice.ask == "more" for choice in found[-1].choices):
        found.append(ask("more", today, text, *["more"] * (len(found) - 1)))
    return found


def test_chile_on_the_first_of_july(ask: Ask) -> None:
    """Own by date, shared by date, past, without a date."""
    found = pages(ask, CHILE)
    assert (found[0].intent, found[0].language) == (Intent.DUE, "en")
    assert "Chile" in lead_of(found[0])
    assert "7 July" in lead_of(found[0])
    assert "in 6 days" in lead_of(found[0])
    assert list(shown_in(found).values()) == [
        ["BER-8"],
        ["VIR-5", "PAN-5", "BER-7", "BER-5", "BER-6", "BER-14", "BER-11"],
        ["PAN-8", "PAN-12"],
        ["PAN-14", "BER-9"],
    ]


def test_a_chain_is_one_line_with_the_earlier_forms_cited(ask: Ask) -> None:
    lines = [line for page in pages(ask, CHILE) for line in page.lines if line.earlier]
    assert {(line.sources[0], *line.earlier) for line in lines} == {("BER-6", "PAN-11"), ("BER-11", "PAN-7")}


def test_chile_shows_what_the_documents_fix(ask: Ask) -> None:
    lines = {line.sources[0]: line.text for page in pages(ask, CHILE) for line in page.lines if line.sources}
    assert "7 July" in lines["BER-8"]
    assert "30–31 August" in lines["VIR-5"]
    assert "8 September" in lines["BER-7"]
    assert "20 June" in lines["PAN-12"]
    assert "11 days" in lines["PAN-12"]
    assert not re.search(r"\d", lines["PAN-14"])
    assert "wish" in lines["BER-11"]
    assert any("26–27 September" in text_of(page) for page in pages(ask, CHILE))


def test_chile_has_nothing_that_binds_only_others(ask: Ask) -> None:
    assert set(ask(CHILE).records) & OF_OTHERS_THAN_CHILE == set()


def test_standing_duties_are_counted_and_one_tap_away(ask: Ask) -> None:
    last = pages(ask, CHILE)[-1]
    (tap,) = [choice for choice in last.choices if re.match(r"\d+ ", choice.label)]
    listed = ask(tap.ask)
    counted = {id_ for id_ in last.also if id_ in listed.records}
    assert {"VIR-6", "VIR-8", "PAN-3", "PAN-9", "BER-10"} <= counted
    assert int(tap.label.split()[0]) >= len(counted)


def test_pages_show_each_record_once(ask: Ask) -> None:
    found = pages(ask, CHILE)
    assert [id_ for ids in shown_in(found).values() for id_ in ids] == list(found[0].records)
    assert {page.records for page in found} == {found[0].records}


@pytest.mark.parametrize(("text", "language"), [(CHILE, "en"), ("¿qué debe Chile?", "es")])
def test_chile_today(ask: Ask, text: str, language: str) -> None:
    reply = ask(text, "2026-11-20")
    assert (reply.intent, reply.language, reply.records) == (Intent.DUE, language, ())
    assert {"BER-11", "BER-6"} <= set(reply.also)
    assert [id_ for ids in shown_in([reply]).values() for id_ in ids][:2] == ["BER-11", "BER-14"]


def test_nothing_upcoming_is_said_first(ask: Ask) -> None:
    assert "no upcoming deadline" in lead_of(ask(CHILE, "2026-11-20"))


@pytest.mark.parametrize("day", ["2017-07-01", "2017-09-10", "2018-01-01", "2026-11-20"])
def test_nobody_is_said_to_have_missed_anything(ask: Ask, day: str) -> None:
    for text in (CHILE, "overdue Chile", "what is overdue?", "overdue RCM"):
        for page in pages(ask, text, day):
            assert not re.search(r"\b(not done|missed|failed|unfulfilled|neglected)\b", text_of(page)), text


@pytest.mark.parametrize(
    ("day", "ahead"),
    [("2017-07-07", True), ("2017-07-08", False)],
)
def test_a_last_day_is_still_ahead(ask: Ask, day: str, ahead: bool) -> None:
    own = ask("Chile, with a date", day)
    assert (own.records[0] == "BER-8") is ahead


@pytest.mark.parametrize(
    ("text", "day", "record"),
    [
        (CHILE, "2017-08-31", "VIR-5"),
        ("what is due today?", "2017-08-31", "VIR-5"),
        ("what is due from Peru?", "2017-09-27", "BER-6"),
        ("what is due from Mexico?", "2017-07-08", "BER-13"),
        ("what is due from the RCM?", "2017-11-15", "PAN-13"),
    ],
)
def test_an_event_is_due_on_all_its_days(ask: Ask, text: str, day: str, record: str) -> None:
    assert record in ask(text, day).records


@pytest.mark.parametrize(
    ("party", "day", "record"), [("Chile", "2017-08-31", "VIR-5"), ("Mexico", "2017-07-08", "BER-13")]
)
def test_an_event_is_not_overdue_before_it_is_over(ask: Ask, party: str, day: str, record: str) -> None:
    assert record not in ask(f"overdue {party}", day).records


@pytest.mark.parametrize(
    ("text", "day", "records"),
    [
        ("what is due from Chile in July", "2017-07-01", {"BER-8"}),
        ("¿qué debe Chile esta semana?", "2017-07-03", {"BER-8"}),
        ("what is due from Chile next week?", "2017-07-10", set()),
        ("qué debe Chile en septiembre", "2017-07-01", {"PAN-5", "BER-7", "BER-5", "BER-6", "BER-14"}),
        ("what is due from Chile before the plenary", "2017-07-01", {"BER-8", "VIR-5", "PAN-5", "BER-7"}),
        ("qué debe Panamá antes del 15 de julio", "2017-07-01", {"BER-13", "BER-12"}),
        ("what is due from Panama on 26 September", "2017-07-01", {"BER-5", "BER-6", "BER-14"}),
        ("qué debe Perú en agosto", "2017-07-01", set()),
        ("what is due from Uruguay in August", "2017-07-01", {"VIR-5"}),
        ("what is due from Honduras in December", "2017-07-01", {"BER-11"}),
        ("what was due from Chile in June", "2017-07-01", {"PAN-8", "PAN-12"}),
        ("what is due from the RCM TS in July", "2017-07-01", {"BER-12"}),
        ("qué debe el Vaticano esta semana", "2017-07-05", {"BER-3"}),
        ("Canada in November", "2017-07-01", {"PAN-13"}),
    ],
)
def test_with_a_period_what_falls_due_in_it_and_nothing_else(ask: Ask, text: str, day: str, records: set[str]) -> None:
    reply = ask(text, day)
    assert (reply.intent, set(reply.records)) == (Intent.DUE, records)


@pytest.mark.parametrize(
    ("text", "day", "records"),
    [
        ("overdue Chile", "2017-07-01", {"PAN-8", "PAN-12"}),
        ("qué tiene vencido Chile", "2017-09-10", {"PAN-8", "PAN-12", "BER-8", "VIR-5", "PAN-5", "BER-7"}),
        ("overdue Canada", "2017-07-01", {"PAN-8"}),
        ("overdue PPT of the SACM", "2017-07-01", {"PAN-9"}),
        ("overdue Vatican", "2017-07-09", set()),
        ("overdue Vatican", "2017-07-10", {"BER-3"}),
        ("overdue RCM-TS", "2017-07-14", {"BER-12"}),
    ],
)
def test_overdue_is_what_passed_without_a_delivery_on_record(ask: Ask, text: str, day: str, records: set[str]) -> None:
    reply = ask(text, day)
    assert (reply.intent, set(reply.records)) == (Intent.DUE, records)


@pytest.mark.parametrize("day", ["2017-05-20", "2017-06-15", "2017-07-01", "2018-01-01"])
@pytest.mark.parametrize("party", ["Panama", "Chile", "the RCM", "Peru"])
def test_what_documents_record_as_fulfilled_is_not_due(ask: Ask, party: str, day: str) -> None:
    """Published records all count: an earlier day hides none."""
    assert {"VIR-3", "VIR-4"}.isdisjoint(ask(f"what is due from {party}?", day).records)
    assert {"VIR-3", "VIR-4"}.isdisjoint(ask(f"overdue {party}", day).records)


@pytest.mark.parametrize(
    ("text", "first", "never"),
    [
        ("what is due from the SACM Troika", "VIR-5", {"BER-8", "BER-7", "PAN-14"}),
        ("what is due from the RCM TS", "BER-12", {"BER-8", "PAN-5", "PAN-14"}),
        ("qué debe la ST de la CSM", "BER-7", {"BER-8", "BER-12", "PAN-4", "BER-1"}),
        ("what is due from the RCM", "BER-13", {"BER-8", "VIR-5", "PAN-14", "BER-3"}),
        ("qué debe la CSM", "PAN-5", {"BER-8", "VIR-5", "BER-12", "BER-13"}),
        ("what is due from the Vatican", "BER-3", {"BER-4", "BER-5", "BER-8"}),
    ],
)
def test_a_body_answers_for_what_names_it(ask: Ask, text: str, first: str, never: set[str]) -> None:
    reply = ask(text)
    assert reply.intent is Intent.DUE
    assert reply.records[0] == first
    assert never.isdisjoint(reply.records)


def test_a_body_mentions_its_organs_in_one_line(ask: Ask) -> None:
    """Ahead: BER-8 of Chile and VIR-5 of the Troika are not the SACM's; BER-7b is its secretariat's."""
    notes = [line.text for line in ask("what is due from the SACM?").lines if "organs" in line.text]
    assert len(notes) == 1
    assert re.search(r"\b3\b", notes[0])


@pytest.mark.parametrize("text", ["what does Cuba owe", "qué debe Cuba", "Cuba deadlines in July", "overdue Cuba"])
def test_a_state_outside_both_conferences_owes_nothing_and_is_told_so(ask: Ask, text: str) -> None:
    reply = ask(text)
    assert (reply.records, reply.also) == ((), ())
    assert "Cuba" in lead_of(reply)


@pytest.mark.parametrize(("code", "name"), [("MX", "Mexico"), ("PE", "Peru"), ("CL", "Chile")])
def test_we_are_the_party_of_the_sender(ask: Ask, code: str, name: str) -> None:
    assert ask("what do we owe?", party=code).records == ask(f"what is due from {name}?").records
    assert ask("what does Canada owe us?", party=code).records == ask("what is due from Canada?").records


def test_every_state_answers_for_its_own_and_its_bodies(ask: Ask, store: Store) -> None:
    """Nothing else appears, and whatever binds its conference on a day ahead does."""
    responsible = {a: {r for c in store.agreements.get([a])[0].commitments for r in c.responsible} for a in _all(store)}
    shared = {"RCM": {"BER-7", "BER-6", "BER-12"}, "SACM": {"BER-7", "BER-6"}}
    for code, party in store.directory.parties.items():
        if len(code) != 2 or party.conference is None:
            continue
        bound = {code, *store.directory.bodies_of(code, date(2017, 7, 1))}
        records = set(ask(f"what is due from {code}?").records)
        assert shared[party.conference] <= records, code
        assert {id_ for id_ in records if not responsible[id_] & bound} == set(), code


def _all(store: Store) -> list[str]:
    return [id_ for document in store.directory.documents for id_ in store.agreements.ids_of(document)]


def test_a_limit_of_a_week_is_counted_to_its_end(ask: Ask) -> None:
    """BER-3: at the latest during the week of 3–9 July."""
    assert "3–9 July" in lead_of(ask("what is due from the Vatican?"))
    assert re.search(r"\b8 days\b", lead_of(ask("what is due from the Vatican?")))


def test_certainty_is_shown(ask: Ask) -> None:
    lines = {line.sources[0]: line.text for line in ask("what is due in July?").lines if line.sources}
    assert "tentative" in lines["BER-13"]
    assert any("inferred" in line.text for line in ask("what is due from the RCM TS?").lines)


def test_everybody_is_asked_about(ask: Ask) -> None:
    reply = ask("what is due in July?")
    assert set(reply.records) == {"BER-8", "BER-3", "BER-12", "BER-13"}
