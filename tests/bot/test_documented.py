import re
from pathlib import Path

import pytest

from bot.cli import COMMANDS, acuerdos
from bot.commands.chat import quit_words
from bot.settings import FILE, NAMES
from handlers.commands import commands
from i18n.catalog import languages

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def reference() -> str:
    return (DOCS / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(reference: str, name: str) -> None:
    command = acuerdos.get_command(acuerdos.make_context("acuerdos", [name]), name)
    assert command is not None
    section = re.search(rf"^### `acuerdos {name}`$(.*?)^##", reference, re.MULTILINE | re.DOTALL)
    assert section is not None
    options = {flag for each in command.params for flag in each.opts if flag.startswith("--")}
    common = {"--db", "--lang", "--today"}
    assert common <= options
    assert {flag for flag in options - common if f"`{flag}" not in section.group(1)} == set()
    assert {flag for flag in common if f"`{flag}" not in reference} == set()


def test_every_command_of_a_conversation_is_in_the_reference(reference: str) -> None:
    words = {f"/{each.word}" for language in languages() for each in commands(language)}
    assert words | {f"/{word}" for word in quit_words()} <= set(re.findall(r"`(/\w+)", reference))


def test_every_setting_is_documented() -> None:
    documented = set(re.findall(r"^\| `(\w+)`", (DOCS / "settings.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert {*NAMES, FILE} <= documented
