import json
import os
import signal
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from data.schema import SCHEMA
from tests.bot.conftest import COMMAND, Program


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((), "Missing command."),
        (("foo",), "No such command 'foo'."),
        (("ask",), "Ask either a question or a --batch."),
        (("ask", "x", "--batch", "-"), "Ask either a question or a --batch."),
        (("ask", "--nope", "x"), "No such option '--nope'."),
        (("ask", "--today"), "Option '--today' requires an argument."),
        (("ask", "--today", "yesterday", "x"), "Invalid value for '--today': 'yesterday' is no day such as 2017-07-01"),
        (("--today", "2017-13-01", "ask"), "Invalid value for '--today': '2017-13-01' is no day such as 2017-07-01"),
        (("ask", "--today", "20170701", "x"), "Invalid value for '--today': '20170701' is no day such as 2017-07-01"),
        (("ask", "--today", "", "x"), "Invalid value for '--today': '' is no day such as 2017-07-01"),
        (("--lang", "fr", "ask", "x"), "Invalid value for '--lang': 'fr' is not one of 'en', 'es'."),
        (("--db", "", "ask", "x"), "Invalid value for '--db': '' is no path of a file"),
        (("ask", "x", "--db", "/"), "Invalid value for '--db': '/' is no path of a file"),
        (("check", "--db", "."), "Invalid value for '--db': '.' is no path of a file"),
        (("check", "--db", "~nobody-at-all/a.db"),
         "Invalid value for '--db': '~nobody-at-all/a.db': there is no such home folder"),
        (("chat", "--db", ":memory:"),
         "Invalid value for '--db': ':memory:' is no path: a database in memory is gone after each command"),
        (("ask", "--batch", "/nowhere"), "Invalid value for '--batch': '/nowhere': No such file or directory"),
        (("export", "--format", "xml"), "Invalid value for '--format': 'xml' is not one of 'json', 'csv', 'ics'."),
        (("import",), "Missing argument 'FILE...'."),
        (("chat", "x"), "Got unexpected extra argument (x)"),
    ],
)  # fmt: skip
def test_a_mistake_on_the_command_line_is_one_line(acuerdos: Program, arguments: tuple[str, ...], error: str) -> None:
    done = acuerdos(*arguments)
    assert (done.status, done.output, done.errors) == (2, "", f"acuerdos: {error}\n")


def test_a_home_folder_can_be_abbreviated(acuerdos: Program, tmp_path: Path) -> None:
    assert acuerdos("--db", "~/a.db", "ask", "hola").status == 0
    assert replace(acuerdos, database=Path("~/b.db"))("ask", "hola").status == 0
    assert {path.name for path in tmp_path.glob("*.db")} == {"a.db", "b.db"}


def test_the_list_of_commands_is_not_cut_off(acuerdos: Program) -> None:
    listed = acuerdos("--help").output.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(acuerdos: Program, command: str) -> None:
    done = acuerdos(command, "--help")
    assert (done.status, done.errors) == (0, "")
    assert all(option in done.output for option in ("--db", "--lang", "--today"))


def test_the_version_is_told(acuerdos: Program) -> None:
    done = acuerdos("--version")
    assert (done.status, done.output) == (0, "0.1.0\n")


def damaged(path: Path, filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[4096:40_960] = os.urandom(36_864)
    path.write_bytes(content)


def newer(path: Path, filled: Path) -> None:
    path.write_bytes(filled.read_bytes())
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")


def no_database(path: Path, _: Path) -> None:
    path.write_text("no database")


def broken_inside(path: Path, filled: Path) -> None:
    path.write_bytes(filled.read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE party SET names = '{'")


@pytest.mark.parametrize(
    "command", [("ask", "hola"), ("ask", "--batch", "-"), ("chat",), ("export",), ("export", "--format", "ics")]
)
def test_an_unusable_store_is_one_line_and_stays_as_it_was(
    acuerdos: Program, tmp_path: Path, command: tuple[str, ...]
) -> None:
    for number, make in enumerate((damaged, newer, broken_inside, no_database)):
        path = tmp_path / f"{number}.db"
        make(path, acuerdos.database)
        before = path.read_bytes()
        done = acuerdos(*command, "--db", path, typed="hola\n")
        assert (done.status, done.output) == (1, "")
        assert done.errors.startswith("acuerdos: ")
        assert done.errors.count("\n") == 1
        assert path.read_bytes() == before


def test_a_folder_is_no_store(acuerdos: Program, tmp_path: Path) -> None:
    done = acuerdos("ask", "hola", "--db", tmp_path)
    assert (done.status, done.errors) == (1, f"acuerdos: {tmp_path}: is a directory, not a store\n")


def test_the_first_question_makes_the_store(acuerdos: Program, tmp_path: Path) -> None:
    fresh = replace(acuerdos, database=tmp_path / "a" / "b" / "c.db")
    assert fresh("ask", "hola").status == 0
    assert fresh.database.exists()


def test_without_settings_the_store_is_in_the_users_data_folder(acuerdos: Program, tmp_path: Path) -> None:
    at_home = replace(acuerdos, variables={"ACUERDOS_DB": "", "XDG_DATA_HOME": str(tmp_path / "share")})
    assert at_home("ask", "hola").status == 0
    assert [path.name for path in tmp_path.rglob("acuerdos.db")] == ["acuerdos.db"]


def test_a_reader_that_leaves_is_no_error(acuerdos: Program) -> None:
    process = subprocess.Popen(
        [COMMAND, "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=acuerdos.environment
    )
    assert process.stdout is not None
    process.stdout.close()
    process.wait(60)
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == b""


def test_an_interrupt_ends_quietly(acuerdos: Program) -> None:
    process = subprocess.Popen(
        [COMMAND, "ask", "--batch", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=acuerdos.environment,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"id": 1, "q": "hola"}\n')
    process.stdin.flush()
    # The answer is there before the next line is: nothing is held back.
    assert json.loads(process.stdout.readline())["id"] == 1
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors.strip()) == (130, b"")
