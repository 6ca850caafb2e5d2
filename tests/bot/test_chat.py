import os
import pty
import select
import time
from pathlib import Path

from tests.bot.conftest import COMMAND, Program

TODAY = ("chat", "--today", "2017-07-01")


def test_piped_lines_are_one_conversation(acuerdos: Program) -> None:
    done = acuerdos(*TODAY, typed="q debe chile??\n\n  \ny México?\n")
    alone = acuerdos("ask", "--today", "2017-07-01", "¿qué debe México?")
    assert (done.status, done.errors) == (0, "")
    first, second = done.output.split("\n\n")
    assert "BER-8" in first
    assert second == alone.output


def test_nothing_piped_is_nothing_said(acuerdos: Program) -> None:
    assert acuerdos(*TODAY).output == ""


def test_a_language_can_be_chosen(acuerdos: Program) -> None:
    done = acuerdos(*TODAY, typed="/language en\nqué es PMM\n/idioma español\nwhat is the GCM\n")
    _, english, _, spanish = done.output.split("\n\n")
    assert english.startswith("GCM")
    assert spanish.startswith("PMM")


def test_help_leaves_the_thread_where_it_was(acuerdos: Program) -> None:
    asked = acuerdos(*TODAY, typed="q debe chile??\ny México?\n").output.split("\n\n")[-1]
    helped = acuerdos(*TODAY, typed="q debe chile??\n/ayuda\ny México?\n").output.split("\n\n")[-1]
    assert helped == asked


def test_quitting_is_understood_in_every_language(acuerdos: Program) -> None:
    for word in ("/quit", "/salir", "/QUIT"):
        done = acuerdos(*TODAY, typed=f"hola\n{word}\nhola\n")
        assert done.status == 0
        assert "\n\n" not in done.output


def test_piped_bytes_that_are_no_utf8_are_answered(acuerdos: Program) -> None:
    done = acuerdos(*TODAY, typed=b"qu\xe9 debe chile\n\xff\n")
    assert (done.status, done.errors) == (0, "")
    assert "BER-8" in done.output


def test_a_terminal_has_a_prompt_and_a_history(acuerdos: Program, filled: Path) -> None:
    history = filled.with_name("acuerdos.db-history")
    history.touch()
    history.chmod(0o644)  # left by something else: from now on it is for its owner only
    shown = typed_in_a_terminal(acuerdos, "next meeting\r", "\x04")
    assert b"/ayuda" in shown
    assert b"\x1b[1m" in shown
    assert history.read_text(encoding="utf-8").splitlines()[-1] == "+next meeting"
    assert history.stat().st_mode & 0o777 == 0o600


def typed_in_a_terminal(acuerdos: Program, *keys: str) -> bytes:
    child, terminal = pty.fork()
    if not child:
        os.execve(COMMAND, ["acuerdos", *TODAY], {**acuerdos.environment, "TERM": "xterm"})  # noqa: S606 - the program under test
    shown = b""
    for key in (*keys, None):
        until = time.monotonic() + 60
        part = b""
        # The prompt has been drawn when the cursor is shown again; at the end the terminal is closed.
        while time.monotonic() < until and not (key and part.rstrip().endswith(b"\x1b[?25h")):
            ready, _, _ = select.select([terminal], [], [], 0.1)
            if not ready:
                continue
            try:
                new = os.read(terminal, 65_536)
            except OSError:
                break
            if not new:
                break
            if b"\x1b[6n" in new:
                os.write(terminal, b"\x1b[1;1R")
            part += new
        shown += part
        if key:
            os.write(terminal, key.encode())
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return shown
