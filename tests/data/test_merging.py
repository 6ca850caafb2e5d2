import sqlite3
from dataclasses import replace

import pytest
from sqlite_utils import Database

from data.agreements import Agreements
from data.digest import digest
from data.directory import Directory
from data.merging import SHIPPED, Merged, known_ids, merge, reindex_all
from data.model import Agreement, Records, Relation, RelationKind, Topic
from data.record_writer import KINDS, all_of
from data.search import Search
from data.search_index import TermsOf

SECRETARIAT = "secretariat"


def changed(records: Records, agreement: str, **changes: object) -> Records:
    return replace(
        records,
        agreements=tuple(replace(a, **changes) if a.id == agreement else a for a in records.agreements),  # type: ignore[arg-type]
    )


def without(records: Records, *ids: str) -> Records:
    return replace(records, agreements=tuple(a for a in records.agreements if a.id not in ids))


def stored(db: Database, id_: str) -> Agreement:
    (found,) = Agreements(db).get([id_])
    return found


def dump(db: Database) -> list[str]:
    return list(db.conn.iterdump())


def only(records: Records, agreement: str) -> Records:
    return Records(agreements=tuple(a for a in records.agreements if a.id == agreement))


def test_the_first_start_fills(empty: Database, tiny: Records, terms_of: TermsOf) -> None:
    merged = merge(empty, tiny, SHIPPED, terms_of)
    assert merged == Merged(added=tuple(record.id for record in all_of(tiny)))


def test_what_was_written_is_read(store: Database, tiny: Records) -> None:
    directory = Directory(store)
    assert tiny == Records(
        topics=tuple(directory.topics.values()),
        documents=tuple(directory.documents.values()),
        agreements=Agreements(store).get([agreement.id for agreement in tiny.agreements]),
        meetings=tuple(directory.meetings.values()),
        parties=tuple(directory.parties.values()),
        terms=tuple(directory.terms.values()),
        discrepancies=tuple(directory.discrepancies.values()),
        outsiders=tuple(directory.outsiders.values()),
    )


def test_the_same_release_changes_nothing(store: Database, tiny: Records, terms_of: TermsOf) -> None:
    before = dump(store)
    assert merge(store, tiny, SHIPPED, terms_of) == Merged()
    assert dump(store) == before


def test_a_later_release_updates_adds_and_withdraws(store: Database, tiny: Records, terms_of: TermsOf) -> None:
    release = without(changed(tiny, "MIN-1", title={"es": "Encuesta", "en": "Survey"}), "REP-2")
    release = replace(release, topics=(*tiny.topics, Topic("oas", {"es": "OEA", "en": "OAS"})))
    merged = merge(store, release, SHIPPED, terms_of)
    assert merged == Merged(added=("oas",), updated=("MIN-1",), withdrawn=("REP-2",))
    assert stored(store, "MIN-1").title["en"] == "Survey"
    assert Agreements(store).get(["REP-2"]) == ()
    assert {"encuesta", "survey"} <= Search(store).vocabulary()
    assert not {"cuestionario", "portal"} & Search(store).vocabulary()


def test_an_edited_record_stays(store: Database, tiny: Records, terms_of: TermsOf) -> None:
    edited = changed(tiny, "MIN-1", note={"es": "Revisado.", "en": "Checked."})
    assert merge(store, only(edited, "MIN-1"), SECRETARIAT, terms_of) == Merged(updated=("MIN-1",))
    release = changed(tiny, "MIN-1", title={"es": "Encuesta", "en": "Survey"})
    before = dump(store)
    for _ in range(2):
        assert merge(store, release, SHIPPED, terms_of) == Merged(kept=("MIN-1",))
        assert dump(store) == before
    assert merge(store, without(tiny, "MIN-1"), SHIPPED, terms_of) == Merged(kept=("MIN-1",))


def test_a_record_edited_behind_our_back_stays(store: Database, tiny: Records, terms_of: TermsOf) -> None:
    store.execute("""UPDATE topic SET name = '{"en":"News","es":"Noticias"}' WHERE id = 'information'""")
    release = replace(tiny, topics=(Topic("information", {"es": "Datos", "en": "Data"}), *tiny.topics[1:]))
    assert merge(store, release, SHIPPED, terms_of) == Merged(kept=("information",))
    assert Directory(store).topics["information"].name["en"] == "News"


def test_a_release_that_takes_the_edit_over_owns_the_record_again(
    store: Database, tiny: Records, terms_of: TermsOf
) -> None:
    edited = changed(tiny, "MIN-1", note={"es": "Revisado.", "en": "Checked."})
    merge(store, only(edited, "MIN-1"), SECRETARIAT, terms_of)
    assert merge(store, edited, SHIPPED, terms_of) == Merged()
    assert merge(store, tiny, SHIPPED, terms_of) == Merged(updated=("MIN-1",))


def test_what_the_secretariat_added_is_not_withdrawn(store: Database, tiny: Records, terms_of: TermsOf) -> None:
    own = Agreement("MIN-4", "MIN", 4, "plenary", {"es": "a", "en": "b"}, {"es": "c", "en": "d"})
    assert merge(store, Records(agreements=(own,)), SECRETARIAT, terms_of) == Merged(added=("MIN-4",))
    assert merge(store, tiny, SHIPPED, terms_of) == Merged()
    assert stored(store, "MIN-4") == own


def test_what_is_still_needed_is_not_withdrawn(store: Database, tiny: Records, terms_of: TermsOf) -> None:
    own = Agreement("REP-3", "REP", 3, "information", {"es": "a", "en": "b"}, {"es": "c", "en": "d"})
    merge(store, Records(agreements=(own,)), SECRETARIAT, terms_of)
    release = replace(without(tiny, "REP-1", "REP-2"), documents=tiny.documents[:2])
    merged = merge(store, release, SHIPPED, terms_of)
    assert merged == Merged(kept=("REP",), withdrawn=("REP-1", "REP-2"))


def test_parties_that_name_each_other_go_one_after_the_other(empty: Database, terms_of: TermsOf, tiny: Records) -> None:
    merge(empty, replace(Records(), parties=tiny.parties), SHIPPED, terms_of)
    merged = merge(empty, Records(), SHIPPED, terms_of)
    # A conference names its members and they name it: neither goes first, and both stay.
    assert (merged.withdrawn, set(merged.kept)) == (("IOM",), {"RCM", "SACM", "MX", "PA", "CL", "PE"})


def test_a_record_that_names_nothing_on_record_changes_nothing(store: Database, terms_of: TermsOf) -> None:
    lost = Agreement("XXX-1", "XXX", 1, "plenary", {"es": "a", "en": "b"}, {"es": "c", "en": "d"})
    before = dump(store)
    with pytest.raises(sqlite3.IntegrityError):
        merge(store, Records(agreements=(lost,)), SECRETARIAT, terms_of)
    assert dump(store) == before


def test_every_record_says_where_it_came_from(store: Database, tiny: Records, terms_of: TermsOf) -> None:
    edited = changed(tiny, "MIN-1", note={"es": "Revisado.", "en": "Checked."})
    merge(store, only(edited, "MIN-1"), SECRETARIAT, terms_of)
    origins = {(kind, id_): origin for kind, id_, origin in store.execute("SELECT kind, id, origin FROM record")}
    expected = {(KINDS[type(record)], record.id): SHIPPED for record in all_of(tiny)}
    assert origins == expected | {("agreement", "MIN-1"): SECRETARIAT}


def test_a_renamed_topic_is_found_at_its_agreements(store: Database, tiny: Records, terms_of: TermsOf) -> None:
    release = replace(tiny, topics=(Topic("information", {"es": "Datos", "en": "Data"}), *tiny.topics[1:]))
    merge(store, release, SHIPPED, terms_of)
    assert {hit.agreement for hit in Search(store).search({"data": 1.0})} == {"MIN-1", "MIN-3", "REP-2"}


def test_known_ids(store: Database, tiny: Records) -> None:
    expected = {f"{KINDS[type(record)]} {record.id}" for record in all_of(tiny)}
    expected |= {f"commitment {commitment.id}" for agreement in tiny.agreements for commitment in agreement.commitments}
    assert known_ids(store) == expected


def test_another_lexicon_makes_another_index(store: Database) -> None:
    reindex_all(store, lambda text, language: [language])
    assert {term for term in Search(store).vocabulary() if not term.startswith("p:")} == {"es", "en"}


def test_an_agreement_is_found_by_who_acts_or_is_addressed(store: Database) -> None:
    assert {hit.agreement for hit in Search(store).search({"p:iom": 1.0})} == {"MIN-1"}
    assert {hit.agreement for hit in Search(store).search({"p:mx": 1.0})} == {"LAT-1"}


def test_a_digest_ignores_the_order_of_languages_and_what_is_default(tiny: Records) -> None:
    agreement = tiny.agreements[0]
    turned = replace(agreement, title=dict(sorted(agreement.title.items(), reverse=True)), relations=())
    assert digest(turned) == digest(agreement)
    assert digest(replace(agreement, relations=(Relation(RelationKind.WIDENS, "X"),))) != digest(agreement)
