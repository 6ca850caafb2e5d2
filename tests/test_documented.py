"""What those who change the code are told is true: sections, values, intents, codes and paths by their names."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from data.shipped import shipped_records
from handlers.understanding.reading import Intent
from i18n.catalog import FOLDER, languages
from i18n.lexicon import EXACT_CUES, EXACT_SECTIONS

ROOT = Path(__file__).parent.parent
CODE = re.compile(r"`([^`\n]+)`")
LEXICONS: Mapping[str, Mapping[str, Any]] = {
    language: yaml.load((FOLDER / language / "lexicon.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    for language in languages()
}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def part(name: str, heading: str) -> str:
    """What stands under a heading, up to the next one of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}$(.*?)(?=^#|\Z)", text(name), re.MULTILINE | re.DOTALL)
    assert found is not None, heading
    return found.group(1)


def first_cells(table: str) -> set[str]:
    """What is named in the first column of tables."""
    return {code for row in re.findall(r"^\|([^|]*)\|", table, re.MULTILINE) for code in CODE.findall(row)}


@pytest.mark.parametrize("language", languages())
def test_the_sections_of_a_lexicon_are_described(language: str) -> None:
    sections, marks = part("CONTRIBUTING.md", "What the sections of a lexicon do").split("The values of `marks`:")
    assert first_cells(sections) == LEXICONS[language].keys()
    assert first_cells(marks) == LEXICONS[language]["marks"].keys()


def test_what_is_matched_to_the_letter_is_named() -> None:
    written = part("CONTRIBUTING.md", "How a lexicon is written")
    named = re.search(r"and so is all of (.*?)\s+and of the cues (.*?),", written, re.DOTALL)
    assert named is not None
    assert [set(CODE.findall(names)) for names in named.groups()] == [EXACT_SECTIONS, EXACT_CUES]


def test_cues_that_are_no_intents_are_described() -> None:
    cues = {cue.rstrip("~?") for raw in LEXICONS.values() for cue in raw["cues"]}
    assert cues - set(Intent) <= set(CODE.findall(part("CONTRIBUTING.md", "How a lexicon is written")))


@pytest.mark.parametrize(
    ("name", "heading"), [("CONTRIBUTING.md", "Add an intent"), ("docs/commands.md", "`acuerdos ask`")]
)
def test_every_intent_is_named(name: str, heading: str) -> None:
    assert {intent.value for intent in Intent} - set(CODE.findall(part(name, heading))) == set()


def test_the_codes_of_the_documents_are_explained() -> None:
    assert {document.id for document in shipped_records().documents} - set(CODE.findall(text("README.md"))) == set()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_files_that_are_named_are_there(name: str) -> None:
    named = {path for path in CODE.findall(text(name)) if re.fullmatch(r"\w+/[\w./]*", path)}
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_names_of_the_code_are_in_it() -> None:
    steps = part("CONTRIBUTING.md", "Add a language") + part("CONTRIBUTING.md", "Add an intent")
    named = re.findall(r"\(`(\w+)`\)|`(_?[A-Z]+)` in|in `(_[A-Z]+)` and", steps)
    modules = [path for folder in ("handlers", "i18n") for path in sorted((ROOT / folder).rglob("*.py"))]
    sources = "".join(path.read_text(encoding="utf-8") for path in modules)
    names = {name for groups in named for name in groups if name}
    assert {"STEMMERS", "PREFERENCE"} <= names
    assert {name for name in names if not re.search(rf"^(?:def )?{name}\b", sources, re.MULTILINE)} == set()
