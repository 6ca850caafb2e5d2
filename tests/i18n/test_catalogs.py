from pathlib import Path

import pytest

from i18n.catalogs import extracted, main, problems, update

CODE = """
def answer(t):
    # Translators: a heading
    t.gettext("Sources")
    t.ngettext("One state", "{n} states", 2)
    t.pgettext("button", "Open {party}")
"""
TRANSLATED = {
    'msgid "Sources"\nmsgstr ""': 'msgid "Sources"\nmsgstr "Fuentes"',
    'msgstr[0] ""\nmsgstr[1] ""': 'msgstr[0] "Un Estado"\nmsgstr[1] "{n} Estados"',
    'msgid "Open {party}"\nmsgstr ""': 'msgid "Open {party}"\nmsgstr "Abrir {party}"',
}
PO = "i18n/es/LC_MESSAGES/messages.po"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project whose catalogs are current and complete."""
    for folder in ("bot", "handlers", "i18n/en", "i18n/es"):
        (tmp_path / folder).mkdir(parents=True)
    for language in ("en", "es"):
        (tmp_path / "i18n" / language / "lexicon.yaml").touch()
    (tmp_path / "handlers" / "answer.py").write_text(CODE, encoding="utf-8")
    update(tmp_path)
    for old, new in TRANSLATED.items():
        edit(tmp_path / PO, old, new)
    return tmp_path


def test_current_catalogs_have_no_problems(root: Path) -> None:
    assert list(problems(root)) == []


def test_update_of_current_catalogs_changes_nothing(root: Path) -> None:
    files = [root / "i18n/messages.pot", root / PO]
    before = [path.read_bytes() for path in files]
    update(root)
    assert [path.read_bytes() for path in files] == before


def test_marked_messages_are_found(root: Path) -> None:
    found = {(message.id, message.context): message for message in extracted(root) if message.id}
    assert set(found) == {("Sources", None), (("One state", "{n} states"), None), ("Open {party}", "button")}
    assert found["Sources", None].auto_comments == ["Translators: a heading"]


def test_new_message_is_untranslated(root: Path) -> None:
    edit(root / "handlers/answer.py", '"Sources"', '"Source"')
    assert list(problems(root)) == [
        "i18n/messages.pot: not current",
        f"{PO}: stale: 'Sources'",
        f"{PO}: untranslated: 'Source'",
    ]
    update(root)
    assert list(problems(root)) == [f"{PO}: untranslated: 'Source'"]


def test_stale_entry_is_found_and_dropped(root: Path) -> None:
    path = root / PO
    path.write_text(path.read_text(encoding="utf-8") + '\nmsgid "Gone"\nmsgstr "Ido"\n', encoding="utf-8")
    assert list(problems(root)) == [f"{PO}: stale: 'Gone'"]
    update(root)
    assert list(problems(root)) == []
    assert "Gone" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('msgstr "Fuentes"', 'msgstr ""', "untranslated: 'Sources'"),
        ('msgstr[1] "{n} Estados"', 'msgstr[1] ""', "untranslated: 'One state'"),
        ('msgid "Sources"', '#, fuzzy\nmsgid "Sources"', "fuzzy: 'Sources'"),
        ("Abrir {party}", "Abrir {parte}", "placeholders differ: 'Open {party}' -> 'Abrir {parte}'"),
        ("Abrir {party}", "Abrir {party", "placeholders differ: 'Open {party}' -> 'Abrir {party'"),
        ("{n} Estados", "Estados", "placeholders differ: 'One state' -> 'Estados'"),
        ("#: handlers/answer.py\n", "", "not current"),
        ('msgstr "Fuentes"', 'msgstr "Fuentes', "not current"),
        ('msgstr "Fuentes"', 'mgstr "Fuentes"', "cannot be read: Unknown or misformatted keyword"),
        ("plural=(n != 1)", "plural=(n ! 1)", "cannot be read: unbalanced parenthesis"),
    ],
)
def test_what_is_wrong_with_a_translation_is_said(root: Path, old: str, new: str, problem: str) -> None:
    edit(root / PO, old, new)
    [found] = problems(root)
    assert found.startswith(f"{PO}: {problem}")


def test_form_for_one_may_follow_either_english_form(root: Path) -> None:
    edit(root / PO, "Un Estado", "{n} Estado")
    assert list(problems(root)) == []


def test_missing_catalog_is_made_by_update(root: Path) -> None:
    (root / PO).unlink()
    assert list(problems(root)) == [f"{PO}: missing"]
    update(root)
    assert (root / PO).exists()


def test_check_says_what_is_wrong_and_exits_1(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"], root) == 0
    edit(root / PO, "Fuentes", "")
    assert main(["check"], root) == 1
    assert capsys.readouterr().err == (
        f"{PO}: untranslated: 'Sources'\n`python -m i18n.catalogs update` brings them in step; then translate.\n"
    )


def test_usage(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], root) == 2
    assert capsys.readouterr().err == "Usage: python -m i18n.catalogs update|check\n"
