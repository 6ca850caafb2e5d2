"""What a new release does with the records of a store that the secretariat has edited."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.assembly import Assembly
from data.digest import digest
from tests.bot.conftest import Program

OWN = """
terms:
  - id: G-XYZ
    acronym: {es: XYZ, en: XYZ}
    name: {es: Un término, en: A term}
    meaning: {es: Una cosa, en: A thing}
    sources: [BER]
"""


@pytest.fixture
def own(acuerdos: Program, tmp_path: Path) -> Program:
    return replace(acuerdos, database=Path(shutil.copy(acuerdos.database, tmp_path / "own.db")))


def before_a_release(own: Program, *statements: tuple[str, tuple[str, ...]]) -> None:
    """Make the store look as if an earlier release had filled it."""
    with closing(sqlite3.connect(own.database)) as db, db:
        db.execute("UPDATE release SET digest = 'an earlier one' WHERE name = 'records'")
        for statement, values in statements:
            db.execute(statement, values)


def test_what_was_edited_here_is_kept_and_told_once(own: Program) -> None:
    before_a_release(
        own, ("UPDATE record SET origin = 'secretariat', shipped = 'another' WHERE id = 'BER-8'", ()),
        ("UPDATE agreement SET summary = json_set(summary, '$.en', 'Edited') WHERE id = 'BER-8'", ()),
    )  # fmt: skip
    done = own("ask", "BER-8", "--lang", "en")
    assert (done.status, done.errors) == (0, "acuerdos: kept as edited here, though this release differs: BER-8\n")
    assert own("ask", "BER-8", "--lang", "en").errors == ""
    (found,) = [each for each in json.loads(own("export").output)["agreements"] if each["id"] == "BER-8"]
    assert found["summary"]["en"] == "Edited"


def test_what_a_release_has_no_longer_is_told(own: Program, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(OWN, encoding="utf-8")
    assert own("import", file).output == "added: G-XYZ\n"
    with Assembly(own.database) as parts:
        content = digest(parts.store.directory.terms["G-XYZ"])
    before_a_release(own, ("UPDATE record SET origin = 'shipped', shipped = ? WHERE id = 'G-XYZ'", (content,)))
    assert own("export").errors == "acuerdos: withdrawn by this release: G-XYZ\n"
