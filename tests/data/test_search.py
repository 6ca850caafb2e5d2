import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sqlite_utils import Database

from data.connection import connect, writing
from data.search import Hit, Search
from data.search_index import count_terms, index, unindex


def fill(db: Database, titles: dict[str, str], bodies: dict[str, str]) -> None:
    """Agreements with these terms, each in a document of its own name."""
    with writing(db):
        db.execute("INSERT INTO topic (id, name) VALUES ('t', '{}')")
        for document in sorted({id_.split("-")[0] for id_ in titles}):
            db.execute(
                "INSERT INTO document (id, kind, title, language, keywords) VALUES (?, 'minutes', '{}', 'es', '{}')",
                [document],
            )
        for id_, title in titles.items():
            document, number = id_.split("-")
            db.execute(
                "INSERT INTO agreement (id, document, number, topic, title, summary, keywords)"
                " VALUES (?, ?, ?, 't', '{}', '{}', '{}')",
                [id_, document, int(number)],
            )
            index(db, id_, title.split(), bodies.get(id_, "").split())
        count_terms(db)


def idf(agreements: int, having: float) -> float:
    return math.log(1 + (agreements - having + 0.5) / (having + 0.5))


@pytest.fixture
def search(empty: Database) -> Search:
    fill(
        empty,
        {"BER-10": "plenary", "BER-7": "c:questionnaire", "PAN-12": "definitions", "PAN-14": "funds"},
        {"BER-10": "panama", "PAN-12": "c:questionnaire panama", "PAN-14": "panama"},
    )
    return Search(empty)


def test_a_title_counts_double(search: Search) -> None:
    worth = idf(4, 2)
    assert search.search({"c:questionnaire": 1.0}) == (
        Hit("BER-7", 2 * worth, frozenset({"c:questionnaire"}), 1.0),
        Hit("PAN-12", worth, frozenset({"c:questionnaire"}), 1.0),
    )


def test_the_share_counts_what_nothing_has(search: Search) -> None:
    first, second = search.search({"definitions": 1.0, "panama": 0.5, "zebra": 2.0})[:2]
    asked = idf(4, 1) + 0.5 * idf(4, 3) + 2.0 * idf(4, 0.5)
    assert (first.agreement, first.matched) == ("PAN-12", frozenset({"definitions", "panama"}))
    assert first.share == pytest.approx((idf(4, 1) + 0.5 * idf(4, 3)) / asked)
    assert second.agreement == "BER-10"
    assert second.share == pytest.approx(0.5 * idf(4, 3) / asked)


def test_equals_stand_by_document_and_number(search: Search) -> None:
    assert [hit.agreement for hit in search.search({"panama": 1.0})] == ["BER-10", "PAN-12", "PAN-14"]


@pytest.mark.parametrize("terms", [{}, {"zebra": 1.0}, {"panama": 0.0}, {"questionnaire": 1.0}, {'"': 1.0}, {"": 1.0}])
def test_what_nothing_has_finds_nothing(search: Search, terms: dict[str, float]) -> None:
    assert search.search(terms) == ()


@pytest.mark.parametrize("term", ["and", "or", "near", "not", "title", "x_1", "c:a:b", "12"])
def test_every_term_is_a_whole_word(empty: Database, term: str) -> None:
    fill(empty, {"BER-1": term, "BER-2": "other"}, {})
    assert [hit.agreement for hit in Search(empty).search({term: 1.0})] == ["BER-1"]
    assert Search(empty).vocabulary() == {term, "other"}


def test_what_is_taken_out_or_replaced_is_not_found(empty: Database, search: Search) -> None:
    with writing(empty):
        unindex(empty, "BER-7")
        index(empty, "PAN-12", ["other"], [])
        count_terms(empty)
    assert search.search({"c:questionnaire": 1.0}) == ()
    assert search.vocabulary() == {"plenary", "panama", "other", "funds"}


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    db = connect(tmp_path_factory.mktemp("crowd") / "store.db")
    titles = {f"DOC-{number}": "subject" if number % 1000 == 0 else "item" for number in range(1, 3001)}
    bodies = {
        id_: f"everywhere number{number} "
        + " ".join(word for word, step in (("half", 2), ("third", 3)) if number % step == 0)
        for number, id_ in enumerate(titles, start=1)
    }
    bodies["DOC-2999"] += " subject"
    fill(db, titles, bodies)
    yield Search(db)
    db.close()


def test_a_rare_term_decides_among_common_ones(crowd: Search) -> None:
    hits = crowd.search({"everywhere": 1.0, "number1500": 1.0, "half": 1.0})
    assert [(hit.agreement, len(hit.matched)) for hit in hits] == [("DOC-1500", 3)]


def test_common_terms_have_to_come_together(crowd: Search) -> None:
    hits = crowd.search({"half": 1.0, "third": 1.0})
    assert [hit.agreement for hit in hits] == [f"DOC-{number}" for number in range(6, 301, 6)]


def test_a_term_that_is_everywhere_gives_a_sample(crowd: Search) -> None:
    assert [hit.agreement for hit in crowd.search({"everywhere": 1.0})] == [f"DOC-{number}" for number in range(1, 51)]


def test_a_title_comes_first_in_a_crowd(crowd: Search) -> None:
    found = [hit.agreement for hit in crowd.search({"subject": 1.0, "everywhere": 1.0})]
    assert found == ["DOC-1000", "DOC-2000", "DOC-3000", "DOC-2999"]


def test_terms_that_never_meet_still_find_the_rarer(crowd: Search) -> None:
    assert len(crowd.search({"item": 1.0, "everywhere": 1.0, "half": 1.0})) == 50


@pytest.mark.bench
def test_six_terms_among_100_000_agreements(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    words = [f"w{number}" for number in range(20_000)]
    db = connect(tmp_path / "store.db")
    titles = {f"D{n // 50}-{n % 50}": " ".join(words[n * 7919 * k % 20_000] for k in (1, 2, 3)) for n in range(100_000)}
    bodies = {id_: " ".join(words[n * 104_729 * k % 20_000] for k in range(1, 40)) for n, id_ in enumerate(titles)}
    fill(db, titles, bodies)
    search = Search(db)
    hits = benchmark(search.search, {f"w{number}": 1.0 for number in (5, 50, 500, 5_000, 10_000, 15_000)})
    assert len(hits) == 50
    assert benchmark.stats is not None
    assert benchmark.stats.stats.median < 0.005
    db.close()
