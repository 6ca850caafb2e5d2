import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.agreements import Agreements
from data.connection import StoreError
from data.directory import Directory
from data.filling import fill, shipped_digest
from data.merging import Merged
from data.model import Records
from data.record_writer import all_of
from data.search import Search
from data.search_index import TermsOf
from data.shipped import shipped_records

FILL = """
import sys
from data.connection import connect
from data.filling import fill
db = connect(sys.argv[1])
filled = fill(db, lambda text, language: text.lower().split(), "1") is not None
print(filled, "pydantic" in sys.modules, "yaml" in sys.modules)
"""


def test_a_filled_store_costs_neither_validation_nor_yaml(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FILL, str(tmp_path / "store.db")]
    starts = [
        subprocess.run(
            command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2]
        ).stdout.split()
        for _ in range(2)
    ]
    assert starts == [["True", "True", "True"], ["False", "False", "False"]]


@pytest.fixture
def filled(empty: Database, terms_of: TermsOf) -> Database:
    fill(empty, terms_of, "1")
    return empty


def test_the_store_holds_what_is_shipped(filled: Database) -> None:
    records, directory = shipped_records(), Directory(filled)
    assert Agreements(filled).get([agreement.id for agreement in records.agreements]) == records.agreements
    assert tuple(directory.parties.values()) == records.parties
    assert tuple(directory.meetings.values()) == records.meetings


def test_the_second_start_writes_nothing(filled: Database, terms_of: TermsOf) -> None:
    filled.execute("PRAGMA query_only = ON")
    assert fill(filled, terms_of, "1") is None


def test_another_lexicon_makes_another_index_and_leaves_the_records(filled: Database) -> None:
    merged = fill(filled, lambda text, language: [language], "2")
    assert merged is not None
    assert merged == Merged()
    assert {term for term in Search(filled).vocabulary() if not term.startswith("p:")} == {"es", "en"}


def test_other_files_are_another_release(filled: Database, terms_of: TermsOf) -> None:
    filled.execute("UPDATE release SET digest = 'an earlier one' WHERE name = 'records'")
    filled.execute("DELETE FROM agreement WHERE id = 'BER-7'")
    filled.execute("DELETE FROM record WHERE id = 'BER-7'")
    merged = fill(filled, terms_of, "1")
    assert merged is not None
    assert merged.added == ("BER-7",)
    assert dict(filled.execute("SELECT name, digest FROM release"))["records"] == shipped_digest()


def test_a_store_that_cannot_be_written_is_not_filled(empty: Database, terms_of: TermsOf) -> None:
    empty.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="cannot be written"):
        fill(empty, terms_of)


def test_every_identifier_is_used_once_in_its_kind() -> None:
    records: Records = shipped_records()
    ids = [(type(record), record.id) for record in all_of(records)]
    assert len(ids) == len(set(ids))
