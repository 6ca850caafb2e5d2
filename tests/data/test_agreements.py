from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from data.agreements import Agreements, Duty
from data.merging import SHIPPED, merge
from data.model import (
    Agreement,
    Commitment,
    Due,
    DueKind,
    Performance,
    Precision,
    Records,
    Relation,
    RelationKind,
    Strength,
)
from data.search_index import TermsOf

WORDS = {"es": "a", "en": "b"}


def names(duties: Iterable[Duty]) -> list[str]:
    return [duty.commitment for duty in duties]


def commitment(id_: str, due: Due | None = None, strength: Strength = Strength.COMMITS, who: str = "CL") -> Commitment:
    return Commitment(id=id_, responsible=tuple(who.split()), strength=strength, summary=WORDS, due=due)


def agreement(id_: str, *commitments: Commitment, repeats: Collection[str] = ()) -> Agreement:
    document, number = id_.split("-")
    return Agreement(
        id=id_,
        document=document,
        number=int(number),
        topic="plenary",
        title=WORDS,
        summary=WORDS,
        commitments=commitments,
        relations=tuple(Relation(RelationKind.REITERATES, earlier) for earlier in repeats),
    )


@contextmanager
def statements(db: Database) -> Iterator[list[str]]:
    found: list[str] = []
    db.conn.set_trace_callback(found.append)
    yield found
    db.conn.set_trace_callback(None)


def test_get_keeps_the_order_and_leaves_out_what_is_unknown(store: Database, tiny: Records) -> None:
    by_id = {agreement.id: agreement for agreement in tiny.agreements}
    asked = ["REP-1", "XXX-1", "MIN-1", "LAT-1"]
    assert Agreements(store).get(asked) == (by_id["REP-1"], by_id["MIN-1"], by_id["LAT-1"])


def test_ids_of_a_document_and_of_a_topic(store: Database) -> None:
    agreements = Agreements(store)
    assert agreements.ids_of("MIN") == ("MIN-1", "MIN-2", "MIN-3")
    assert agreements.ids_of("XXX") == ()
    assert agreements.of_topic("plenary") == ("MIN-2", "LAT-1", "REP-1")


def test_who_refers_to_a_record(store: Database) -> None:
    agreements = Agreements(store)
    assert agreements.reiterated_by("MIN-2") == ("LAT-1",)
    assert agreements.relations_to("MIN-3a") == ((RelationKind.FULFILS, "LAT"),)
    assert agreements.relations_to("MIN-1") == ()


def test_a_duty_says_all_that_an_answer_needs(store: Database) -> None:
    assert Agreements(store).dated(["CL"], date(2017, 6, 20), date(2017, 6, 20)) == (
        Duty(
            commitment="MIN-1a",
            agreement="MIN-1",
            document="MIN",
            responsible=("CL",),
            counterparties=("RCM", "IOM"),
            performance=Performance.EACH,
            strength=Strength.COMMITS,
            summary={"es": "Responder", "en": "Answer"},
            due=Due(DueKind.BY, date(2017, 6, 20), date(2017, 6, 20)),
            settled_by=None,
            earlier=(),
        ),
    )


def test_a_repeated_duty_stands_once_in_its_latest_form(store: Database) -> None:
    (duty,) = Agreements(store).dated(["SACM"], None, None)
    assert (duty.commitment, duty.strength, duty.earlier) == ("LAT-1a", Strength.WISHES, ("MIN-2",))
    assert names(Agreements(store).dated(["RCM"], None, None)) == []


def test_the_duties_in_agreements_stand_in_their_latest_form(store: Database) -> None:
    agreements = Agreements(store)
    assert names(agreements.duties_in(["MIN-2"], None)) == ["LAT-1a"]
    assert names(agreements.duties_in(["LAT-1"], ["CL"])) == ["LAT-1b"]
    assert names(agreements.duties_in(["MIN-3"], None)) == ["MIN-3a"]
    assert names(agreements.duties_in(["NONE-1"], None)) == []


def test_days_order_by_and_before_by_their_last_and_the_rest_by_their_first(store: Database) -> None:
    duties = Agreements(store).dated(None, None, None)
    assert names(duties) == ["MIN-1a", "LAT-1a", "LAT-1b"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, date(2017, 6, 19), []),
        (None, date(2017, 6, 20), ["MIN-1a"]),
        (date(2017, 6, 21), date(2017, 8, 31), []),
        (date(2017, 6, 21), date(2017, 9, 1), ["LAT-1a"]),
        (date(2017, 9, 2), date(2017, 9, 2), ["LAT-1a", "LAT-1b"]),
        (date(2017, 9, 30), None, ["LAT-1a"]),
        (date(2017, 10, 1), None, []),
    ],
)
def test_a_window_takes_its_first_and_last_day_in(
    store: Database, first: date | None, last: date | None, expected: list[str]
) -> None:
    agreements = Agreements(store)
    assert names(agreements.dated(None, first, last)) == expected
    assert agreements.count_dated(None, first, last) == len(expected)


def test_a_duty_of_two_asked_parties_stands_once(store: Database) -> None:
    agreements = Agreements(store)
    assert names(agreements.dated(["CL", "MX"], date(2017, 9, 1), None)) == ["LAT-1b"]
    assert agreements.count_dated(["CL", "MX"], date(2017, 9, 1), None) == 1
    assert agreements.dated([], None, None) == ()


def test_undated_leaves_out_what_is_settled_unless_asked(store: Database) -> None:
    agreements = Agreements(store)
    assert names(agreements.undated(["RCM"])) == ["MIN-1b"]
    assert names(agreements.undated(["RCM"], settled=True)) == ["MIN-1b", "MIN-3a"]
    (settled,) = agreements.duties(["MIN-3a"])
    assert settled.settled_by == "LAT"


def test_a_report_is_a_duty_only_where_it_repeats_nothing(store: Database) -> None:
    assert names(Agreements(store).undated(["SACM"])) == ["REP-2a"]


def test_a_question_is_two_statements(store: Database) -> None:
    agreements = Agreements(store)
    with statements(store) as found:
        agreements.dated(["CL", "SACM"], date(2017, 1, 1), None)
    assert len(found) == 2
    with statements(store) as found:
        agreements.count_dated(None, None, None)
    assert len(found) == 1


def test_what_stands_beside_duties_is_looked_up_for_these_alone(store: Database) -> None:
    with statements(store) as found:
        Agreements(store).dated(["CL"], None, None)
    plan = [step for *_, step in store.execute(f"EXPLAIN QUERY PLAN {found[-1]}")]
    assert "SEARCH c USING INDEX commitment_superseded (superseded_by=?)" in plan


@pytest.mark.parametrize("parties", [None, ["CL"]])
def test_a_question_reads_a_range_of_an_index(store: Database, parties: list[str] | None) -> None:
    agreements = Agreements(store)
    with statements(store) as found:
        agreements.dated(parties, date(2017, 6, 1), None)
        agreements.undated(parties)
        agreements.count_dated(parties, date(2017, 6, 1), None)
    plans = [[step for *_, step in store.execute(f"EXPLAIN QUERY PLAN {sql}")] for sql in found if " duty " in sql]
    assert len(plans) == 3
    for plan in plans:
        (step,) = [step for step in plan if " duty " in step]
        assert step.startswith("SEARCH duty USING COVERING INDEX")
        assert "last_day" in step


BY = Due(DueKind.BY, date(2018, 1, 1), date(2018, 1, 1))
EVENT = Due(DueKind.BEFORE, event={"es": "antes", "en": "before"})


@pytest.mark.parametrize(
    ("earlier", "later", "superseded"),
    [
        pytest.param(commitment("MIN-8a", BY), commitment("LAT-8a", BY), True, id="same day"),
        pytest.param(
            commitment("MIN-8a", BY), commitment("LAT-8a", replace(BY, kind=DueKind.ON)), True, id="another kind"
        ),
        pytest.param(commitment("MIN-8a", BY), commitment("LAT-8a"), False, id="the later undated"),
        pytest.param(
            commitment("MIN-8a", BY), commitment("LAT-8a", replace(BY, end=date(2018, 1, 2))), False, id="another end"
        ),
        pytest.param(commitment("MIN-8a"), commitment("LAT-8a"), True, id="both undated"),
        pytest.param(commitment("MIN-8a", EVENT), commitment("LAT-8a", EVENT), True, id="same event"),
        pytest.param(commitment("MIN-8a", EVENT), commitment("LAT-8a"), False, id="the later without an event"),
        pytest.param(
            commitment("MIN-8a", replace(EVENT, event="E-FORUM")), commitment("LAT-8a", EVENT), False, id="other event"
        ),
        pytest.param(
            commitment("MIN-8a", Due(DueKind.RECURRING, every="P1Y")), commitment("LAT-8a"), False, id="recurring"
        ),
        pytest.param(commitment("MIN-8a", who="CL MX"), commitment("LAT-8a", who="MX PA"), True, id="one in common"),
        pytest.param(commitment("MIN-8a", who="CL"), commitment("LAT-8a", who="PE"), False, id="another party"),
        pytest.param(commitment("MIN-8a"), commitment("LAT-8a", strength=Strength.REPORTS), False, id="a report"),
    ],
)
def test_what_supersedes(
    store: Database, tiny: Records, terms_of: TermsOf, earlier: Commitment, later: Commitment, superseded: bool
) -> None:
    own = Records(agreements=(agreement("MIN-8", earlier), agreement("LAT-8", later, repeats=["MIN-8"])))
    merge(store, own, "secretariat", terms_of)
    found = dict(store.execute("SELECT id, superseded_by FROM commitment WHERE agreement IN ('MIN-8', 'LAT-8')"))
    assert found == {"MIN-8a": "LAT-8a" if superseded else None, "LAT-8a": None}


def test_a_chain_ends_at_the_latest_form_and_names_all_earlier_ones(
    store: Database, tiny: Records, terms_of: TermsOf
) -> None:
    chain = (
        agreement("REP-7", commitment("REP-7a", strength=Strength.ASKS), repeats=["LAT-7"]),
        agreement("LAT-7", commitment("LAT-7a"), repeats=["MIN-7"]),
        agreement("MIN-7", commitment("MIN-7a")),
    )
    merge(store, Records(agreements=chain), "secretariat", terms_of)
    (duty,) = Agreements(store).duties(["MIN-7a", "LAT-7a", "REP-7a"])
    assert (duty.commitment, duty.earlier) == ("REP-7a", ("MIN-7", "LAT-7"))


def test_two_that_repeat_each_other_leave_one(store: Database, tiny: Records, terms_of: TermsOf) -> None:
    circle = (
        agreement("MIN-7", commitment("MIN-7a"), repeats=["LAT-7"]),
        agreement("LAT-7", commitment("LAT-7a"), repeats=["MIN-7"]),
    )
    merge(store, Records(agreements=circle), "secretariat", terms_of)
    assert len(Agreements(store).duties(["MIN-7a", "LAT-7a"])) == 1


def test_a_release_that_drops_a_relation_brings_the_earlier_duty_back(
    store: Database, tiny: Records, terms_of: TermsOf
) -> None:
    release = replace(
        tiny,
        agreements=tuple(replace(a, relations=()) for a in tiny.agreements),
        documents=tuple(replace(d, relations=()) for d in tiny.documents),
    )
    merge(store, release, SHIPPED, terms_of)
    agreements = Agreements(store)
    assert names(agreements.dated(["RCM"], None, None)) == ["MIN-2a"]
    assert names(agreements.undated(["RCM", "SACM"])) == ["MIN-1b", "MIN-3a", "REP-1a", "REP-2a"]


def test_the_precision_of_a_due_is_kept(store: Database) -> None:
    (found,) = Agreements(store).get(["MIN-2"])
    assert found.commitments[0].due == Due(
        DueKind.DURING, date(2017, 9, 1), date(2017, 9, 30), "M-2017-09", precision=Precision.MONTH
    )
