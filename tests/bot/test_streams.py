"""Standard streams that are closed, full or have lost their reader."""

import subprocess

import pytest

from tests.bot.conftest import COMMAND, Outcome, Program

FULL = "acuerdos: the standard output cannot be written (No space left on device)\n"
NO_INPUT = "acuerdos: the standard input is closed\n"
NO_OUTPUT = "acuerdos: the standard output is closed\n"


def in_a_shell(acuerdos: Program, line: str) -> Outcome:
    done = subprocess.run(
        ["/bin/sh", "-c", line.replace("acuerdos", f"'{COMMAND}'", 1)],
        stdin=subprocess.DEVNULL, capture_output=True, check=False, env=acuerdos.environment, timeout=60,
    )  # fmt: skip
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("acuerdos chat <&-", NO_INPUT),
        ("acuerdos ask --batch - <&-", NO_INPUT),
        ("acuerdos ask 'qué es PMM' >&-", NO_OUTPUT),
        ("acuerdos ask --json 'qué es PMM' <&- >&-", NO_OUTPUT),
        ("echo hola | acuerdos chat >&-", NO_OUTPUT),
        ("acuerdos check >&-", NO_OUTPUT),
        ("acuerdos export >&-", NO_OUTPUT),
        ("acuerdos --version >&-", NO_OUTPUT),
        ("acuerdos export >/dev/full", FULL),
        ("acuerdos export --format ics >/dev/full", FULL),
        ("acuerdos ask 'qué es PMM' >/dev/full", FULL),
        ("echo hola | acuerdos chat >/dev/full", FULL),
        ("acuerdos check --json >/dev/full", FULL),
        ("acuerdos --help >/dev/full", FULL),
    ],
)
def test_a_stream_that_fails_whoever_needs_it_is_one_line(acuerdos: Program, line: str, error: str) -> None:
    assert in_a_shell(acuerdos, line) == Outcome(1, "", error)


@pytest.mark.parametrize("line", ["acuerdos ask 'qué es PMM' <&-", "acuerdos ask 'qué es PMM' 2>&-"])
def test_a_closed_stream_that_nobody_needs_does_no_harm(acuerdos: Program, line: str) -> None:
    assert in_a_shell(acuerdos, line) == acuerdos("ask", "qué es PMM")


@pytest.mark.parametrize("errors", ["2>&-", "2>/dev/full"])
def test_the_status_tells_where_the_error_output_cannot(acuerdos: Program, errors: str) -> None:
    assert in_a_shell(acuerdos, f"acuerdos nope {errors}") == Outcome(2, "", "")
    assert in_a_shell(acuerdos, f"acuerdos chat <&- {errors}") == Outcome(1, "", "")
    assert in_a_shell(acuerdos, f"acuerdos export {errors} | wc -l").output.strip().isdigit()


def test_a_closed_output_is_never_the_database(acuerdos: Program) -> None:
    before = acuerdos.database.read_bytes()
    in_a_shell(acuerdos, "acuerdos export <&- >&- 2>&-")
    assert acuerdos.database.read_bytes() == before


@pytest.mark.parametrize("command", ["export", "ask 'qué es PMM'", "--help", "check", "ask --batch questions.jsonl"])
def test_a_reader_that_leaves_is_no_error(acuerdos: Program, command: str) -> None:
    questions = acuerdos.home / "questions.jsonl"
    questions.write_text('{"q": "hola"}\n' * 50)
    line = f"acuerdos {command.replace('questions.jsonl', str(questions))} | true"
    assert in_a_shell(acuerdos, line) == Outcome(0, "", "")
