"""Words and acronyms of the field."""

import pytest

from data.shipped import shipped_records
from data.store import Store
from handlers.understanding.reading import Intent
from i18n.catalog import languages
from tests.handlers.conftest import Ask
from tests.handlers.shown import lead_of, text_of

ASKED = {
    "es": ("¿qué es {}?", "qué significa {}", "{}?", "que quiere decir {}"),
    "en": ("what is {}?", "what does {} mean", "{}?", "meaning of {}"),
}


TERMS = [(language, term.id) for language in languages() for term in shipped_records().terms]


@pytest.mark.parametrize(("language", "id_"), TERMS)
def test_every_term_is_found_by_its_acronym(ask: Ask, store: Store, language: str, id_: str) -> None:
    term = store.directory.terms[id_]
    found = {form: ask(form.format(term.acronym[language]), fallback=language) for form in ASKED[language]}
    wrong = {form: reply.records for form, reply in found.items() if reply.intent is not Intent.GLOSSARY}
    assert wrong == {}
    assert {form: reply.records for form, reply in found.items() if id_ not in reply.records} == {}


@pytest.mark.parametrize(("language", "id_"), TERMS)
def test_every_term_is_found_by_its_name(ask: Ask, store: Store, language: str, id_: str) -> None:
    """An organisation may be shown as a party."""
    term = store.directory.terms[id_]
    reply = ask(ASKED[language][0].format(term.name[language]))
    assert {id_, f"P-{term.party}"} & set(reply.records)


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("GCM", ("G-GCM",)),
        ("PMM", ("G-GCM",)),
        ("Global Pact", ("G-GCM",)),
        ("Pacto Mundial", ("G-GCM",)),
        ("TS", ("G-TS",)),
        ("ST", ("G-TS",)),
        ("what is OIM", ("G-IOM",)),
        ("difference between extra-regional and extra-continental", ("G-EXTRAREGIONAL", "G-EXTRACONTINENTAL")),
        ("RCP vs ISCM", ("G-RCP", "G-ISCM")),
    ],
)
def test_a_term(ask: Ask, text: str, records: tuple[str, ...]) -> None:
    reply = ask(text)
    assert (reply.intent, reply.records) == (Intent.GLOSSARY, records)


def test_a_term_has_both_languages(ask: Ask) -> None:
    said = text_of(ask("what is the GCM?"))
    assert lead_of(ask("what is the GCM?")).startswith("GCM")
    assert "PMM" in said


@pytest.mark.parametrize("text", ["what does XYZ mean", "qué significa OTAN", "what is NATO?"])
def test_a_word_that_is_not_on_record(ask: Ask, text: str) -> None:
    reply = ask(text)
    assert reply.records == ()
    assert reply.intent in (Intent.GLOSSARY, Intent.NONE)
