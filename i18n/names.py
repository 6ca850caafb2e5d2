"""Names of states and languages, and lists, as CLDR has them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from babel import Locale
from babel.lists import format_list

from i18n.catalog import languages, locale

# Two-letter codes of CLDR that ISO 3166 does not assign: unions, pseudo-regions, reserved islands, XK.
_NOT_ISO: Final = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"})

# Further locales that spell names differently ("Saint Lucia", "Rumanía").
_ALSO: Final = {"en": ("en", "en_CA"), "es": ("es", "es_MX")}

# States that a sentence names with an article; CLDR has only labels.
_ARTICLES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": dict.fromkeys(("AE", "BS", "CF", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "US"), "the"),
    "es": {"AE": "los", "BS": "las", "CF": "la", "DO": "la", "GB": "el", "IN": "la", "MV": "las", "NL": "los"},
}

_SOUNDS_LIKE_Y: Final = re.compile(r"\W*(?:[ií]|h[ií](?![aeo]))", re.IGNORECASE)


def state(code: str, language: str) -> str:
    """The name of a state or territory by its ISO 3166 code (``CL``); KeyError if there is none."""
    return states()[code][language][0]


def state_in_sentence(code: str, language: str) -> str:
    """The name of a state with the article that is usual: ``the United States``, ``la República Dominicana``."""
    article = _ARTICLES.get(language, {}).get(code)
    return f"{article} {state(code, language)}" if article else state(code, language)


@cache
def states() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """All 249 territories of ISO 3166 by code, with their names by language: first ours, then other spellings.

    CLDR's short forms ("US", "UK") are not among them: Babel does not ship them.
    """
    sources = {
        language: [_territories(locale(language)), *map(_territories, map(Locale.parse, _ALSO.get(language, ())))]
        for language in languages()
    }
    codes = sorted(code for code in _territories(locale("en")) if len(code) == 2 and code not in _NOT_ISO)
    return MappingProxyType({code: MappingProxyType(_spellings(code, sources)) for code in codes})


def _spellings(code: str, sources: Mapping[str, Sequence[Mapping[str, str]]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(dict.fromkeys(names[code] for names in each)) for language, each in sources.items()}


def _territories(source: Locale) -> dict[str, str]:
    return {str(code): str(name) for code, name in source.territories.items()}


def listing(items: Sequence[str], language: str) -> str:
    """``Chile, Paraguay and Uruguay``, ``Chile, Paraguay y Uruguay``; Spanish ``e`` where ``y`` would be swallowed."""
    text = format_list(items, locale=locale(language))
    if language == "es" and len(items) > 1 and _SOUNDS_LIKE_Y.match(items[-1]):
        return f"{text.removesuffix(f' y {items[-1]}')} e {items[-1]}"
    return text


def language_name(code: str, language: str) -> str:
    """What a language is called: ``español``, ``Spanish``; KeyError if CLDR does not know it."""
    return str(locale(language).languages[code])
