"""A small release of records, as a file that tests may change, as records, and in a store."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.connection import connect
from data.merging import SHIPPED, merge
from data.model import Records
from data.search_index import TermsOf
from data.shipped import load_records, shipped_records


@pytest.fixture(scope="session")
def tiny_text() -> str:
    return Path(__file__).with_name("tiny.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def tiny() -> Records:
    return load_records([Path(__file__).with_name("tiny.yaml")])


@pytest.fixture(scope="session")
def shipped() -> Records:
    return shipped_records()


@pytest.fixture
def terms_of() -> TermsOf:
    def words(text: str, language: str) -> Sequence[str]:
        return re.findall(r"[a-z0-9_:]+", text.lower())

    return words


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    db = connect(tmp_path / "store.db")
    yield db
    db.close()


@pytest.fixture
def store(empty: Database, tiny: Records, terms_of: TermsOf) -> Database:
    merge(empty, tiny, SHIPPED, terms_of)
    return empty
