from pathlib import Path

import pytest

from i18n.catalog import compiled, languages, texts

PO = r"""
msgid ""
msgstr ""
"Language: es\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"Content-Type: text/plain; charset=utf-8\n"

msgid "Sources"
msgstr "Fuentes"

#, fuzzy
msgid "Guess"
msgstr "Conjetura"

msgctxt "button"
msgid "Open"
msgstr "Abrir"

msgctxt "state"
msgid "Open"
msgstr "Abierto"

msgid "{n} state"
msgid_plural "{n} states"
msgstr[0] "{n} Estado"
msgstr[1] "{n} Estados"
"""


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "messages.po"
    path.write_text(PO, encoding="utf-8")
    return path


def test_languages_are_the_folders_with_a_lexicon(tmp_path: Path) -> None:
    for folder in ("pt", "fr", "__pycache__"):
        (tmp_path / folder).mkdir()
    for folder in ("pt", "fr"):
        (tmp_path / folder / "lexicon.yaml").touch()
    assert languages(tmp_path) == ("fr", "pt")
    assert languages() == ("en", "es")


def test_messages_are_translated(po: Path) -> None:
    t = compiled(po)
    assert t.gettext("Sources") == "Fuentes"
    assert (t.pgettext("button", "Open"), t.pgettext("state", "Open")) == ("Abrir", "Abierto")


@pytest.mark.parametrize(("n", "form"), [(0, "{n} Estados"), (1, "{n} Estado"), (2, "{n} Estados")])
def test_plural_follows_the_number(po: Path, n: int, form: str) -> None:
    assert compiled(po).ngettext("{n} state", "{n} states", n) == form


def test_fuzzy_and_missing_messages_stay_as_they_are(po: Path) -> None:
    t = compiled(po)
    assert (t.gettext("Guess"), t.gettext("Missing")) == ("Guess", "Missing")
    assert (t.pgettext("menu", "Open"), t.ngettext("one", "many", 2)) == ("Open", "many")


def test_english_texts_are_the_msgids() -> None:
    t = texts("en")
    assert (t.gettext("today"), t.pgettext("button", "Open")) == ("today", "Open")
    assert [t.ngettext("one", "many", n) for n in (0, 1, 2)] == ["many", "one", "many"]


def test_spanish_texts_are_read_once() -> None:
    assert texts("es").gettext("today") == "hoy"
    assert texts("es") is texts("es")


def test_another_language_is_refused_by_name() -> None:
    with pytest.raises(LookupError, match=r"no language '\.\./en' among en, es"):
        texts("../en")
