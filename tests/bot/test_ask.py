import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from tests.bot.conftest import Program

KEYS = ["id", "language", "intent", "records", "also", "answer", "ms"]
HEAVY = {"telegram", "icalendar", "prompt_toolkit", "pydantic", "pydantic_core", "tabulate", "httpx"}
LOADED = """
import sys
from bot.cli import run
status = run(sys.argv[1:])
print(status, *sorted(module.split(".")[0] for module in sys.modules), file=sys.stderr)
"""


def test_a_question_is_answered_as_text(acuerdos: Program) -> None:
    done = acuerdos("ask", "--today", "2017-07-01", "--lang", "es", "q debe chile??")
    assert (done.status, done.errors) == (0, "")
    assert "(BER-8)" in done.output
    assert "\x1b" not in done.output
    assert max(map(len, done.output.splitlines())) <= 80


def test_a_pipe_has_the_width_of_columns(acuerdos: Program) -> None:
    narrow, wide = (
        replace(acuerdos, variables={"COLUMNS": width})("ask", "--today", "2017-07-01", "qué debe Chile").output
        for width in ("40", "500")
    )
    assert max(map(len, narrow.splitlines())) <= 40
    assert max(map(len, wide.splitlines())) > 80
    assert "\x1b" not in narrow
    assert narrow.split() == wide.split()


def test_a_question_needs_no_quotes(acuerdos: Program) -> None:
    assert acuerdos("ask", "qué", "es", "PMM").output == acuerdos("ask", "qué es PMM").output


def test_json_is_one_object(acuerdos: Program) -> None:
    done = acuerdos("ask", "--json", "what is due from Chile?", "--today=2017-07-01")
    found = json.loads(done.output)
    assert list(found) == KEYS
    assert (found["id"], found["language"], found["intent"], found["records"][0]) == (None, "en", "due", "BER-8")
    assert isinstance(found["ms"], float)


def test_options_stand_before_the_command_or_after_it(acuerdos: Program) -> None:
    asked = ("qué es GCM",)
    before = json.loads(acuerdos("--lang", "en", "--today", "2017-07-01", "ask", "--json", *asked).output)
    after = json.loads(acuerdos("ask", "--json", *asked, "--lang", "en", "--today", "2017-07-01").output)
    assert before["language"] == after["language"] == "en"
    assert {**before, "ms": 0} == {**after, "ms": 0}


def test_the_option_nearer_to_the_question_counts(acuerdos: Program) -> None:
    done = acuerdos(
        "--lang", "es", "--db", "/nowhere/at/all.db", "ask", "--json", "GCM", "--lang", "en", "--db", acuerdos.database
    )
    assert json.loads(done.output)["language"] == "en"


def test_a_batch_answers_line_by_line(acuerdos: Program, tmp_path: Path) -> None:
    lines = [
        {"id": "q1", "q": "what is due from Chile?", "today": "2017-07-01"},
        {"id": "q2", "q": "¿y México?", "today": "2017-07-01", "after": ["¿qué debe Chile?"]},
    ]
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    file = tmp_path / "questions.jsonl"
    file.write_text(text)
    done = acuerdos("ask", "--batch", file)
    found = [json.loads(line) for line in done.output.splitlines()]
    assert [(line["id"], line["language"], line["intent"]) for line in found] == [
        ("q1", "en", "due"),
        ("q2", "es", "due"),
    ]
    piped = acuerdos("ask", "--batch", "-", typed=text)
    assert [json.loads(line)["records"] for line in piped.output.splitlines()] == [line["records"] for line in found]


def test_a_broken_line_costs_only_itself(acuerdos: Program) -> None:
    done = acuerdos("ask", "--batch", "-", typed=b'{"id": 1, "q": "hola"}\nbroken\n\xff\n{"id": 2, "q": "hola"}')
    found = [json.loads(line) for line in done.output.splitlines()]
    assert done.status == 0
    assert [(line["id"], "error" in line) for line in found] == [(1, False), (None, True), (None, True), (2, False)]


def test_a_batch_prints_nothing_but_json(acuerdos: Program) -> None:
    done = acuerdos("ask", "--batch", "-", typed='{"id": 1e999, "q": "hola"}\n{"question": "hola"}\n')
    assert (done.status, done.output.splitlines()) == (
        0,
        [
            '{"id": null, "error": "no JSON: a number or a nesting beyond all bounds"}',
            '{"id": null, "error": "q: missing (the question, as in {\\"q\\": \\"…\\"})"}',
        ],
    )


def test_an_empty_question_is_answered_politely(acuerdos: Program) -> None:
    done = acuerdos("ask", "--json", "")
    found = json.loads(done.output)
    assert (done.status, found["intent"], found["records"]) == (0, "none", [])
    assert found["answer"]


def test_a_question_that_is_no_utf8_is_answered(acuerdos: Program) -> None:
    done = acuerdos("ask", "--json", b"qu\xe9 debe chile \xff?")
    assert (done.status, done.errors) == (0, "")
    assert json.loads(done.output)["intent"] == "due"


def test_any_locale_gives_utf8(acuerdos: Program) -> None:
    for variables in (
        {"LANG": "C"},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ):
        done = replace(acuerdos, variables=variables)("ask", "qué es PMM")
        assert (done.status, done.errors) == (0, "")
        assert "Migración" in done.output


def test_answering_from_a_filled_store_loads_nothing_heavy(filled: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "ask", "--db", filled, "what is due from Chile?"],
        capture_output=True, text=True, encoding="utf-8", check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    status, *modules = done.stderr.split()
    assert status == "0"
    assert HEAVY.intersection(modules) == set()
