"""Who is who: members, Troikas, secretariats, presidencies, outsiders."""

from collections.abc import Mapping
from datetime import date

import pytest

from data.store import Store
from handlers.understanding.reading import Intent
from i18n.names import state, states
from tests.handlers.conftest import Ask, Read
from tests.handlers.known import known
from tests.handlers.shown import lead_of, text_of

DAY = date(2017, 7, 1)


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("who is in the Troikas?", ("P-RCM-TROIKA", "P-SACM-TROIKA")),
        ("quiénes integran la CRM", ("P-RCM",)),
        ("members of the SACM", ("P-SACM",)),
        ("RCM Troika members", ("P-RCM-TROIKA",)),
        ("which countries are in the SACM troika", ("P-SACM-TROIKA",)),
        ("who holds the PPT of the RCM", ("P-RCM-PPT",)),
        ("quién tiene la PPT de la CSM", ("P-SACM-PPT",)),
        ("is Chile a member of the RCM?", ("P-CL", "P-RCM")),
        ("Guyana, RCM or SACM?", ("P-GY", "P-SACM")),
        ("to which conference does Peru belong", ("P-PE",)),
        ("who is in the Ad Hoc Group on inputs", ("P-ADHOC-INPUTS",)),
        ("es Cuba miembro de la CRM", ()),
        ("is Spain a member", ()),
    ],
)
def test_who_is_who(ask: Ask, text: str, records: tuple[str, ...]) -> None:
    reply = ask(text)
    assert reply.intent is Intent.PARTIES
    assert tuple(id_ for id_ in reply.records if records != () or id_ not in ("P-RCM", "P-SACM")) == records


@pytest.mark.parametrize(
    ("text", "members", "count"),
    [
        ("members of the RCM", "BZ CA CR DO SV US GT HN MX NI PA", "11"),
        ("members of the SACM", "AR BO BR CL CO EC GY PY PE SR UY VE", "12"),
        ("members of the RCM Troika", "SV HN MX", "3"),
        ("members of the SACM Troika", "CL PY UY", "3"),
    ],
)
def test_members_are_listed(ask: Ask, text: str, members: str, count: str) -> None:
    said = lead_of(ask(text))
    assert count in said
    assert [code for code in members.split() if state(code, "en") not in said] == []


def test_that_documents_name_another_troika_is_said(ask: Ask) -> None:
    assert "Documents differ" in text_of(ask("who is in the RCM Troika?"))


@pytest.mark.parametrize("text", ["who holds the PPT of the RCM", "who holds the presidency of the SACM"])
def test_a_presidency_is_not_on_record(ask: Ask, text: str) -> None:
    assert "not on record" in lead_of(ask(text))


@pytest.mark.parametrize("language", ["en", "es"])
def test_membership_is_yes_or_no(ask: Ask, store: Store, language: str) -> None:
    """Every state and both conferences."""
    form = {"en": "is {} a member of the {}?", "es": "¿es {} miembro de la {}?"}[language]
    own = {"en": ("RCM", "SACM"), "es": ("CRM", "CSM")}[language]
    wrong = {}
    for code, party in store.directory.parties.items():
        if len(code) != 2 or party.conference is None:
            continue
        for conference, name in zip(("RCM", "SACM"), own, strict=True):
            text = form.format(state(code, language), name)
            reply = ask(text, chosen="en")
            yes = code in store.directory.members_of(conference, DAY)
            if reply.intent is not Intent.PARTIES or not lead_of(reply).startswith("Yes" if yes else "No"):
                wrong[text] = lead_of(reply)
    assert wrong == {}


SAINTS = ("BL", "KN", "LC", "MF", "PM", "SH", "VC")
MISREAD: Mapping[tuple[str, str], str] = {
    **{
        ("en", code): "“St” is read as the Technical Secretariats, besides"
        for code in ["BL", "KN", "LC", "MF", "PM", "SH", "VC"]
    },
    ("en", "CH"): "nobody: the name is a word of a meeting's place",
    ("es", "CH"): "nobody: the name is a word of a meeting's place",
}
"""What comes instead of a state."""
STATES = [
    known(MISREAD[language, code], language, code) if (language, code) in MISREAD else (language, code)
    for language in ("en", "es")
    for code in states()
    # Réunion cannot be told from what half of the questions are about.
    if code != "RE"
]


@pytest.mark.parametrize(("language", "code"), STATES)
def test_every_state_of_the_world_is_known_by_its_name(read: Read, store: Store, language: str, code: str) -> None:
    form = {"en": "what does {} owe?", "es": "¿qué debe {}?"}[language]
    query = read(form.format(state(code, language)), language=language).query
    member = code in store.directory.parties
    assert (query.parties, query.outsiders) == (((code,), ()) if member else ((), (code,)))
