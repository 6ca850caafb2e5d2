"""What the bot says: the messages of each language. English texts are the msgids.

Other languages are in ``<language>/LC_MESSAGES/messages.po``, read when first asked for and compiled in memory.
"""

from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER: Final = Path(__file__).parent
SOURCE: Final = "en"
"""The language of the msgids, which needs no catalog."""

_LOCALES: Final = {"en": "en_001", "es": "es_419"}


@dataclass(frozen=True, slots=True)
class Texts:
    """The messages of one language.

    A message that has no translation, or a fuzzy one, is given back as it is. Placeholders are named
    (``{party}``); the caller fills them with ``str.format``.
    """

    language: str
    _translations: NullTranslations = field(repr=False, compare=False)

    def gettext(self, message: str) -> str:
        """Translate a message."""
        return self._translations.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Translate a message in the form that the language uses for ``n``."""
        return self._translations.ngettext(one, many, n)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a message that means different things in different places, in this one."""
        return self._translations.pgettext(context, message)


@cache
def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """Codes of the languages the bot speaks, sorted: each is a folder with a lexicon."""
    return tuple(sorted(lexicon.parent.name for lexicon in folder.glob("*/lexicon.yaml")))


@cache
def texts(language: str) -> Texts:
    """Messages of a language; LookupError if it is none of ``languages()``."""
    if language not in languages():
        raise LookupError(f"no language {language!r} among {', '.join(languages())}")
    return Texts(language, NullTranslations() if language == SOURCE else compiled(catalog_path(FOLDER, language)))


@cache
def locale(language: str) -> Locale:
    """CLDR's conventions for a language: the regional ones chosen here, else the language's own."""
    return Locale.parse(_LOCALES.get(language, language))


def catalog_path(folder: Path, language: str) -> Path:
    """Where the translations into a language are kept."""
    return folder / language / "LC_MESSAGES" / "messages.po"


def compiled(path: Path) -> GNUTranslations:
    """Translations of a ``.po`` file that are ready for use; fuzzy ones are not."""
    binary = BytesIO()
    with path.open("rb") as file:
        write_mo(binary, read_po(file))
    binary.seek(0)
    return GNUTranslations(binary)
