"""How facts are said: a record's words, strength, quotes, where documents differ. Used by every answer."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from data.model import Party, PartyKind, Strength, Text
from handlers.answers.desk import Desk
from handlers.reply import Line, Style
from i18n import names

_WORD: Final = re.compile(r"[^\W\d_]+")


def said(text: Text, desk: Desk) -> str:
    """A record's words in the language of the answer."""
    return text[desk.language]


def is_state(party: Party | None) -> bool:
    """Whether a party is a state."""
    return party is not None and party.kind is PartyKind.STATE


def capitalised(text: str) -> str:
    """With a capital at the start of a line."""
    return text[:1].upper() + text[1:]


def inside(text: Text, desk: Desk) -> str:
    """A record's words behind a colon: in lower case, unless they begin with a name or an acronym."""
    words = said(text, desk)
    first = _WORD.match(words)
    if first is None or not (first.group()[1:].islower() or len(first.group()) == 1) or _is_name(first.group(), desk):
        return words
    return words[:1].lower() + words[1:]


def _is_name(word: str, desk: Desk) -> bool:
    """Whether a state's or body's name begins with this word."""
    return any(
        said(party.short, desk).startswith(word)
        if party.short
        else names.state(code, desk.language).split(" ")[0] == word
        for code, party in desk.directory.parties.items()
    )


def strength_text(strength: Strength, desk: Desk) -> str:
    """What the document's verb makes of a duty; empty for a plain commitment."""
    t = desk.texts
    return {
        Strength.COMMITS: "",
        # Translators: the document says that somebody should do it.
        Strength.SHOULD: t.pgettext("strength", "“should”"),
        Strength.PROPOSES: t.pgettext("strength", "proposal"),
        Strength.INVITES: t.pgettext("strength", "invitation"),
        Strength.ASKS: t.pgettext("strength", "request"),
        Strength.ACCEPTS: t.pgettext("strength", "request accepted"),
        Strength.WISHES: t.pgettext("strength", "wish"),
        Strength.TAKES_NOTE: t.pgettext("strength", "taken note of"),
        Strength.REPORTS: t.pgettext("strength", "as reported"),
    }[strength]


def discrepancies(ids: Sequence[str], desk: Desk, most: int | None = None) -> tuple[list[Line], tuple[str, ...]]:
    """Where documents disagree about these records: lines that say so, and the records of the other side.

    Of more than ``most`` the first are said (None: all).
    """
    found = list({d.id: d for id_ in ids for d in desk.directory.discrepancies_about(id_)}.values())[:most]
    form = desk.texts.gettext("Documents differ. {says}")
    lines = [Line(Style.NOTE, form.format(says=capitalised(said(d.says, desk)))) for d in found]
    others = dict.fromkeys(o for d in found for o in d.about if o not in ids)
    return lines, tuple(f"P-{other}" if other in desk.directory.parties else other for other in others)


def quoted(words: Iterable[str], desk: Desk) -> str:
    """Words as they were typed, in quotes."""
    t = desk.texts
    return names.listing([t.gettext("“{word}”").format(word=word) for word in words], desk.language)
