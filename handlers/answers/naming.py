"""How parties are named: as labels, inside a sentence, and several of them in few words."""

from collections.abc import Iterable, Sequence
from typing import Final

from data.model import PartyKind, Performance
from handlers.answers.desk import Desk
from handlers.answers.wording import is_state, said
from i18n import names
from i18n.catalog import Texts

_PAIRED: Final = (PartyKind.CONFERENCE, PartyKind.TROIKA, PartyKind.SECRETARIAT, PartyKind.PRESIDENCY)


def party_name(code: str, desk: Desk) -> str:
    """A party as a label on a phone line."""
    party = desk.directory.parties.get(code)
    if party is None or party.short is None:
        return state_name(code, desk)
    return said(party.short, desk)


def state_name(code: str, desk: Desk) -> str:
    """A state's name; the Holy See by the name that the field uses."""
    t = desk.texts
    return t.gettext("the Vatican") if code == "VA" else names.state(code, desk.language)


def parties_named(codes: Iterable[str], desk: Desk) -> str:
    """Several parties in one phrase, as labels."""
    return names.listing([party_name(code, desk) for code in codes], desk.language)


def in_sentence(code: str, desk: Desk) -> str:
    """A party as a sentence names it, with the article that is usual: "the RCM", "la CRM", "Chile"."""
    t, name = desk.texts, party_name(code, desk)
    party = desk.directory.parties.get(code)
    if party is None or is_state(party):
        return name if code == "VA" else names.state_in_sentence(code, desk.language)
    if party.kind is PartyKind.ORGANISATION:
        return _organisation(code, t) or name
    # Translators: the article of a group ("Ad Hoc Group on inputs"), or of a conference, Troika,
    # secretariat or presidency ("RCM", "SACM PPT").
    form = (
        t.pgettext("group", "the {party}") if party.kind is PartyKind.GROUP else t.pgettext("conference", "the {party}")
    )
    return form.format(party=name)


def _organisation(code: str, t: Texts) -> str | None:
    """An organisation of this release with its article, which no rule gives."""
    return {
        "IOM": t.pgettext("in a sentence", "IOM"),
        "OAS": t.pgettext("in a sentence", "the OAS"),
        "CAM": t.pgettext("in a sentence", "the CAM"),
        "ECLAC": t.pgettext("in a sentence", "ECLAC"),
        "UN": t.pgettext("in a sentence", "the United Nations"),
        "SICA": t.pgettext("in a sentence", "SICA"),
        "CELAC": t.pgettext("in a sentence", "CELAC"),
        "EU": t.pgettext("in a sentence", "the EU"),
        "PARLATINO": t.pgettext("in a sentence", "Parlatino"),
    }.get(code)


def all_in_sentence(codes: Iterable[str], desk: Desk) -> str:
    """Several parties as a sentence names them."""
    return names.listing([in_sentence(code, desk) for code in codes], desk.language)


def acting(codes: Sequence[str], desk: Desk, performance: Performance = Performance.JOINT) -> str:
    """Who acts, in few words: "both conferences", "each of the 23 states", "both Troikas and Chile"."""
    left = list(codes)
    phrases: list[str] = []
    for kind in _PAIRED:
        pair = [party.id for party in desk.directory.parties.values() if party.kind is kind]
        if len(pair) > 1 and set(pair) <= set(left):
            phrases.append(_all_of(kind, pair, desk, performance))
            left = [code for code in left if code not in pair]
    if not phrases and len(left) == 1 and performance is Performance.EACH:
        phrases, left = [_each_of(left[0], desk)], []
    return names.listing([*phrases, *(party_name(code, desk) for code in left)], desk.language)


def _all_of(kind: PartyKind, pair: Sequence[str], desk: Desk, performance: Performance) -> str:
    t = desk.texts
    if len(pair) > 2:
        return parties_named(pair, desk)
    if kind is PartyKind.CONFERENCE:
        members = {member for code in pair for member in desk.directory.members_of(code, desk.today)}
        if performance is Performance.EACH and members:
            return t.ngettext("the state", "each of the {n} states", len(members)).format(n=len(members))
        return t.gettext("both conferences")
    return {
        PartyKind.TROIKA: t.gettext("both Troikas"),
        PartyKind.SECRETARIAT: t.gettext("both TSs"),
    }.get(kind, t.gettext("both PPTs"))


def _each_of(code: str, desk: Desk) -> str:
    """A body whose members each deliver their own."""
    n = len(desk.directory.members_of(code, desk.today))
    if not n or desk.directory.parties[code].kind is PartyKind.GROUP:
        return party_name(code, desk)
    t = desk.texts
    return t.ngettext("{n} {body} state", "each of the {n} {body} states", n).format(n=n, body=party_name(code, desk))
