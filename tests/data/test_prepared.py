from pathlib import Path

import pytest

from data.connection import connect, writing
from data.derived import derive
from data.filling import fill
from data.prepared import Prepared
from data.store import Store
from i18n.lexicon import lexicon


def terms(text: str, language: str) -> tuple[str, ...]:
    return lexicon(language).terms(text)


class Made:
    """A value that counts how often it was made."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, int]:
        self.times += 1
        return {"made": self.times}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "acuerdos.db"
    db = connect(path)
    fill(db, terms, "first")
    db.close()
    return path


def prepared(path: Path) -> Prepared:
    return Store.of(connect(path)).prepared


def test_a_value_is_made_once_and_kept_over_restarts(path: Path) -> None:
    made = Made()
    assert [prepared(path).get("value", "1", made) for _ in range(3)] == [{"made": 1}] * 3


def test_another_version_makes_it_anew(path: Path) -> None:
    made = Made()
    prepared(path).get("value", "1", made)
    assert prepared(path).get("value", "2", made) == {"made": 2}


def test_records_that_changed_make_it_anew(path: Path) -> None:
    made, db = Made(), connect(path)
    prepared(path).get("value", "1", made)
    with writing(db):
        derive(db)
    assert prepared(path).get("value", "1", made) == {"made": 2}


def test_a_store_that_cannot_be_written_makes_it_each_time(path: Path) -> None:
    made, db = Made(), connect(path)
    db.execute("PRAGMA query_only = 1")
    kept = Store.of(db).prepared
    assert [kept.get("value", "1", made) for _ in range(2)] == [{"made": 1}, {"made": 2}]
