import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bot.conftest import Program

NEW = """
agreements:
  - id: BER-15
    document: BER
    number: 15
    topic: inputs
    title: {es: Un acuerdo más, en: One more agreement}
    summary: {es: Chile envía otro informe a la ST., en: Chile sends the TS another report.}
    commitments:
      - id: BER-15a
        responsible: [CL]
        strength: commits
        summary: {es: Enviar otro informe, en: Send another report}
        due: {kind: by, start: 2017-07-03, end: 2017-07-03}
"""


@pytest.fixture
def own(acuerdos: Program, tmp_path: Path) -> Program:
    return replace(acuerdos, database=Path(shutil.copy(acuerdos.database, tmp_path / "own.db")))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "new.yaml"
    path.write_text(NEW, encoding="utf-8")
    return path


def test_records_are_answered_from_once_they_are_imported(own: Program, new: Path) -> None:
    done = own("import", new)
    assert (done.status, done.output, done.errors) == (0, "added: BER-15\n", "")
    found = json.loads(own("ask", "--json", "--today", "2017-07-01", "what is due from Chile?").output)
    assert found["records"][0] == "BER-15"


def test_the_same_again_changes_nothing_and_another_wording_does(own: Program, new: Path) -> None:
    own("import", new)
    assert own("import", new).output == "nothing new: the store has these records already\n"
    new.write_text(NEW.replace("another report", "a last report"), encoding="utf-8")
    assert own("import", new).output == "updated: BER-15\n"


def test_every_mistake_is_told_and_nothing_is_written(own: Program, new: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(NEW.replace("CL", "XX").replace("inputs", "nothing").replace("-15", "-16"), encoding="utf-8")
    before = own.database.read_bytes()
    done = own("import", new, bad)
    assert (done.status, done.output) == (1, "")
    assert [line.split(": ")[:4] for line in done.errors.splitlines()] == [
        ["acuerdos", "bad.yaml", "BER-16", "id"],
        ["acuerdos", "bad.yaml", "BER-16", "topic"],
        ["acuerdos", "bad.yaml", "BER-16", "commitments[0].responsible"],
    ]
    assert own.database.read_bytes() == before


def test_a_record_without_a_field_is_checked_for_the_rest(own: Program, new: Path) -> None:
    new.write_text(
        NEW.replace("CL", "XX").replace("    number: 15\n", f"    number: {'9' * 25}\n    size: 1\n"), "utf-8"
    )
    done = own("import", new)
    assert (done.status, done.output, done.errors.splitlines()) == (
        1,
        "",
        [
            "acuerdos: new.yaml: BER-15: size: unknown key",
            "acuerdos: new.yaml: BER-15: number: is not from 1 to 999",
            "acuerdos: new.yaml: BER-15: commitments[0].responsible: unknown party XX",
        ],
    )


def test_a_record_of_another_kind_is_no_reference(own: Program, new: Path) -> None:
    new.write_text(NEW.replace("inputs", "CL").replace("[CL]", "[BER]"), encoding="utf-8")
    done = own("import", new)
    assert (done.status, done.errors.splitlines()) == (
        1,
        [
            "acuerdos: new.yaml: BER-15: topic: unknown topic CL",
            "acuerdos: new.yaml: BER-15: commitments[0].responsible: unknown party BER",
        ],
    )


@pytest.mark.parametrize("name", ["minutes.docx", "minutes.pdf", "minutes.txt", "minutes"])
def test_only_yaml_is_read(own: Program, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK")
    done = own("import", path)
    assert (done.status, done.output) == (2, "")
    assert done.errors == f"acuerdos: {path}: only records in YAML files (.yaml, .yml) are read.\n"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"a: [",
        b"- 1",
        b"agreements: 5",
        b"agreements: [5]",
        b"[" * 100_000,
        b"? [a]\n: b",
        b"a: &a []\nb: *a",
        b"a: !!int x",
        b'"a\\nb": []',
        b"#" * 5_000_001,
    ],
)
def test_what_is_no_record_is_one_mistake(own: Program, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "none.yaml"
    path.write_bytes(content)
    done = own("import", path)
    assert (done.status, done.output, done.errors.count("\n")) == (1, "", 1)
    assert done.errors.startswith("acuerdos: none.yaml: ")
