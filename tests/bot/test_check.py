import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from data.schema import SCHEMA
from tests.bot.conftest import COMMAND, Program


def test_a_sound_installation_is_in_order(acuerdos: Program) -> None:
    done = acuerdos("check", "--json")
    assert (done.status, done.errors) == (0, "")
    assert json.loads(done.output) == {
        "ok": True,
        "settings_file": None,
        "token": False,
        "database": str(acuerdos.database),
        "state": "sound",
        "schema": SCHEMA,
        "documents": 5,
        "agreements": 51,
        "meetings": 32,
        "parties": 43,
        "terms": 29,
        "discrepancies": 14,
    }


def test_a_table_says_the_same(acuerdos: Program) -> None:
    lines = acuerdos("check").output.splitlines()
    assert all(line.startswith("ok ") for line in lines)
    assert [line.split() for line in lines[:2]] == [["ok", "settings", "file", "none"], ["ok", "token", "not", "set"]]
    assert lines[5].split() == ["ok", "documents", "5"]


def test_a_token_is_never_shown(acuerdos: Program) -> None:
    done = replace(acuerdos, variables={"TELEGRAM_BOT_TOKEN": "123456:secret"})("check")
    assert done.status == 0
    assert "secret" not in done.output
    assert ["ok", "token", "set"] in [line.split() for line in done.output.splitlines()]


def test_a_store_that_is_not_there_is_no_fault_and_is_not_made(acuerdos: Program, tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    done = acuerdos("check", "--json", "--db", path)
    assert (done.status, json.loads(done.output)["state"]) == (0, "not there yet; made at the first question")
    assert not path.exists()


def nothing(path: Path) -> None:
    path.touch()


def no_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 0")
        db.execute("VACUUM")


@pytest.mark.parametrize(
    ("make", "state"),
    [
        (nothing, "is empty"),
        (no_tables, "holds no records of this release; a question brings it up to date"),
        (Path.mkdir, "is a directory, not a store"),
    ],
)
def test_what_is_no_store_yet_is_a_fault_and_stays_as_it_was(
    acuerdos: Program, tmp_path: Path, make: Callable[[Path], None], state: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "some.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    done = acuerdos("check", "--json", "--db", path)
    assert (done.status, done.errors, json.loads(done.output)["state"]) == (1, "", state)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert list(folder.iterdir()) == [path]


def test_looking_at_a_store_changes_nothing(acuerdos: Program, tmp_path: Path) -> None:
    path = tmp_path / "folder" / "some.db"
    path.parent.mkdir()
    path.write_bytes(acuerdos.database.read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("DELETE FROM release")
    before = path.read_bytes()
    assert acuerdos("check", "--db", path).status == 0
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_store_in_use_is_in_order(acuerdos: Program, tmp_path: Path) -> None:
    path = tmp_path / "used.db"
    path.write_bytes(acuerdos.database.read_bytes())
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE topic SET name = name")
        db.commit()
        done = acuerdos("check", "--db", path)
    assert (done.status, done.errors) == (0, "")


def test_a_path_that_cannot_be_looked_at_is_a_fault(acuerdos: Program, tmp_path: Path) -> None:
    done = acuerdos("check", "--json", "--db", tmp_path / ("x" * 300))
    assert (done.status, done.errors) == (1, "")
    assert json.loads(done.output)["state"] == "cannot be used (File name too long)"


@pytest.mark.parametrize("closed", ["folder", "folder/some.db"])
def test_what_may_not_be_read_is_a_fault(acuerdos: Program, tmp_path: Path, closed: str) -> None:
    path = tmp_path / "folder" / "some.db"
    path.parent.mkdir()
    path.write_bytes(acuerdos.database.read_bytes())
    (tmp_path / closed).chmod(0)
    without: tuple[str, ...] = ()
    if os.geteuid() == 0:  # who may read everything, unless that is taken away
        without = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
        if not shutil.which(without[0]):
            pytest.skip("needs a user who may not read everything")
    try:
        done = subprocess.run(
            [*without, COMMAND, "check", "--json", "--db", path],
            capture_output=True, check=False, timeout=60, env=acuerdos.environment,
        )  # fmt: skip
    finally:
        (tmp_path / closed).chmod(0o700)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "(Permission denied)" in json.loads(done.stdout)["state"]


def test_a_damaged_store_is_a_fault(acuerdos: Program, tmp_path: Path) -> None:
    path = tmp_path / "cut.db"
    path.write_bytes(acuerdos.database.read_bytes()[:5000])
    done = acuerdos("check", "--json", "--db", path)
    assert (done.status, done.errors) == (1, "")
    assert json.loads(done.output)["ok"] is False
    assert json.loads(done.output)["state"].startswith("is damaged")


def test_a_bad_settings_file_is_a_fault(acuerdos: Program) -> None:
    done = replace(acuerdos, variables={"ACUERDOS_SETTINGS": "/nowhere.toml"})("check")
    assert (done.status, done.output, done.errors) == (1, "", "acuerdos: /nowhere.toml: is not there\n")
