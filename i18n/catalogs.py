"""Keeps ``messages.pot`` and each ``messages.po`` in step with the code: ``python -m i18n.catalogs update|check``.

Marked are the calls ``t.gettext("…")``, ``t.ngettext("one", "many", n)`` and ``t.pgettext("context", "…")`` with
literal texts: Babel's own default keywords, so that ``pybabel extract bot handlers i18n`` finds the same.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import PoFileError, read_po, write_po

from i18n.catalog import FOLDER, SOURCE, catalog_path, compiled, languages

PACKAGES: Final = ("bot", "handlers", "i18n")
METHODS: Final = [("**.py", "python")]
KEYWORDS: Final = {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
COMMENT_TAG: Final = "Translators:"

# Headers that say nothing here, or that would make every run a change.
_NOISE: Final = re.compile(
    r'^"(Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team'
    r"|Generated-By):.*\n",
    re.MULTILINE,
)


def extracted(root: Path) -> Catalog:
    """The messages that the code under ``root`` marks."""
    catalog = _empty()
    for package in PACKAGES:
        found = extract_from_dir(root / package, METHODS, keywords=KEYWORDS, comment_tags=(COMMENT_TAG,))
        for file, line, message, comments, context in found:
            catalog.add(message, locations=[(f"{package}/{file}", line)], auto_comments=comments, context=context)
    return catalog


def update(root: Path) -> None:
    """Rewrite ``messages.pot`` and each ``messages.po``: new messages empty, stale ones gone, nothing guessed."""
    folder = root / "i18n"
    template = extracted(root)
    _write(folder / "messages.pot", template)
    for language in _translated(folder):
        path = catalog_path(folder, language)
        _write(path, _merged(_read(path) if path.exists() else _empty(language), template))


def problems(root: Path) -> Iterator[str]:
    """One line for each thing that keeps the catalogs under ``root`` from being current and complete."""
    folder = root / "i18n"
    template = extracted(root)
    pot = folder / "messages.pot"
    if not pot.exists() or _text(pot) != _rendered(template):
        yield f"{_name(pot, root)}: not current"
    for language in _translated(folder):
        path = catalog_path(folder, language)
        if not path.exists():
            yield f"{_name(path, root)}: missing"
            continue
        try:
            compiled(path)  # as the bot will
            found = list(_problems_of(_read(path), template, _text(path)))
        except (PoFileError, ValueError) as error:
            found = [f"cannot be read: {error}"]
        yield from (f"{_name(path, root)}: {problem}" for problem in found)


def _problems_of(catalog: Catalog, template: Catalog, text: str) -> Iterator[str]:
    stale = [message for message in catalog if message.id and template.get(message.id, message.context) is None]
    yield from (f"stale: {_quoted(message)}" for message in stale)
    merged = _merged(catalog, template)
    if not stale and text != _rendered(merged):
        yield "not current"
    for message in merged:
        if not message.id:
            continue
        strings = _forms(message.string)
        if not all(strings):
            yield f"untranslated: {_quoted(message)}"
        elif message.fuzzy:
            yield f"fuzzy: {_quoted(message)}"
        elif not _placeholders_agree(message):
            yield f"placeholders differ: {_quoted(message)} -> {strings[-1]!r}"


def _placeholders_agree(message: Message) -> bool:
    """Whether each form has the msgid's placeholders; the form for one may follow the English singular."""
    try:
        one, *_, many = (_placeholders(text) for text in _forms(message.id) * 2)
        first, *others = (_placeholders(text) for text in _forms(message.string))
    except ValueError:  # a brace without its partner
        return False
    return first in (one, many) and all(other == many for other in others)


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _quoted(message: Message) -> str:
    return repr(_forms(message.id)[0])


def _translated(folder: Path) -> tuple[str, ...]:
    return tuple(language for language in languages(folder) if language != SOURCE)


def _empty(language: str | None = None) -> Catalog:
    comment = "# Messages of the bot, kept by `python -m i18n.catalogs update`."
    return Catalog(locale=language, header_comment=comment, fuzzy=False)


def _merged(catalog: Catalog, template: Catalog) -> Catalog:
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    return catalog


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, ignore_obsolete=True, abort_invalid=True)


def _rendered(catalog: Catalog) -> str:
    binary = BytesIO()
    write_po(binary, catalog, sort_output=True, include_lineno=False, ignore_obsolete=True, width=100)
    return _NOISE.sub("", binary.getvalue().decode()).rstrip("\n") + "\n"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, catalog: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_rendered(catalog), encoding="utf-8", newline="\n")


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def main(arguments: Sequence[str], root: Path = FOLDER.parent) -> int:
    """Update, or check and say on the error output what is wrong. Exit status: 0, 1 (not current), 2 (usage)."""
    match arguments:
        case ["update"]:
            update(root)
            return 0
        case ["check"]:
            found = list(problems(root))
            sys.stderr.writelines(f"{problem}\n" for problem in found)
            if found:
                sys.stderr.write("`python -m i18n.catalogs update` brings them in step; then translate.\n")
            return 1 if found else 0
        case _:
            sys.stderr.write("Usage: python -m i18n.catalogs update|check\n")
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
