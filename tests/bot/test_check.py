import json
from dataclasses import replace
from pathlib import Path

from data.schema import SCHEMA
from tests.bot.conftest import Program


def test_a_sound_installation_is_in_order(acuerdos: Program) -> None:
    done = acuerdos("check", "--json")
    assert (done.status, done.errors) == (0, "")
    assert json.loads(done.output) == {
        "ok": True,
        "settings_file": "none",
        "token": "not set",
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
