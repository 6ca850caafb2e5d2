"""What was agreed: one item, a document's, a subject's."""

import pytest

from data.store import Store
from handlers.understanding.reading import Intent
from tests.handlers.conftest import Ask
from tests.handlers.known import known
from tests.handlers.shown import lead_of, text_of


def test_every_item_is_shown_under_its_code(ask: Ask, store: Store) -> None:
    for document in store.directory.documents:
        for id_ in store.agreements.ids_of(document):
            (agreement,) = store.agreements.get([id_])
            for typed in (id_, id_.lower(), id_.replace("-", " "), f"¿qué dice {id_}?"):
                reply = ask(typed)
                assert (reply.intent, reply.records) == (Intent.AGREEMENTS, (id_,)), typed
                assert lead_of(reply).startswith(id_)
                assert agreement.summary[reply.language] in text_of(reply)


def test_an_item_shows_who_by_when_and_where_it_stands(ask: Ask) -> None:
    said = text_of(ask("what does BER-7 say"))
    for fact in ("23", "8 September", "TSs", "inferred", "PAN-12", "Berlin"):
        assert fact in said


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("BER-7", {"PAN-12"}),
        ("PAN-12", {"BER-7"}),
        ("BER-6", {"PAN-11"}),
        ("PAN-9", {"BER-12"}),
        ("BER-12", {"PAN-9"}),
        ("BER-9", {"VIR-5"}),
        ("VIR-7", {"PAN-1"}),
    ],
)
def test_an_item_is_shown_with_what_it_repeats_or_differs_from(ask: Ask, text: str, also: set[str]) -> None:
    assert also <= set(ask(text).also)


@pytest.mark.parametrize("text", ["PAN-11", "BER-6", "PAN-12", "BER-7", "PAN-9", "BER-12", "VIR-5", "BER-11", "PAN-13"])
def test_where_documents_differ_it_is_said(ask: Ask, text: str) -> None:
    reply = ask(text, chosen="en")
    assert "Documents differ" in text_of(reply)


@pytest.mark.parametrize(("text", "count"), [("BER-15", "14"), ("VIR-9", "8"), ("PAN-99", "14"), ("REP-16", "15")])
def test_an_item_that_a_document_does_not_have(ask: Ask, text: str, count: str) -> None:
    reply = ask(text, chosen="en")
    assert (reply.intent, reply.records) == (Intent.AGREEMENTS, ())
    assert count in lead_of(reply)


def test_the_concept_note_has_no_items(ask: Ask) -> None:
    assert ask("NOTE-1").records == ()


@pytest.mark.parametrize(
    ("document", "text"),
    [
        ("BER", "agreements of Berlin"),
        ("BER", "acuerdos de Berlín"),
        ("BER", "qué se acordó en Berlín"),
        ("PAN", "what was agreed in Panama?"),
        ("PAN", "qué se acordó en Panamá"),
        ("VIR", "acuerdos de la virtual"),
        ("VIR", "what was agreed at the virtual meeting"),
        ("REP", "what does the report say"),
        ("REP", "qué dice el informe"),
        ("BER", "agreements of BER"),
        ("PAN", "acuerdos de PAN"),
    ],
)
def test_a_document_is_shown_with_all_its_items(ask: Ask, store: Store, document: str, text: str) -> None:
    reply = ask(text)
    assert (reply.intent, reply.records) == (Intent.AGREEMENTS, store.agreements.ids_of(document))


@pytest.mark.parametrize(
    ("text", "must", "never"),
    [
        ("what was agreed about the questionnaire?", {"VIR-1", "PAN-12", "BER-7", "REP-11"}, {"BER-3", "PAN-14"}),
        ("qué se acordó sobre el cuestionario", {"VIR-1", "PAN-12", "BER-7", "REP-11"}, {"BER-3", "PAN-14"}),
        ("biometric data", {"PAN-14"}, {"BER-7", "PAN-13"}),
        ("datos biométricos", {"PAN-14"}, {"BER-7", "PAN-13"}),
        ("what was agreed about the Vatican", {"BER-3", "BER-4", "BER-5"}, {"VIR-3", "BER-8"}),
        ("qué se acordó sobre el Vaticano", {"BER-3", "BER-4", "BER-5"}, {"VIR-3", "BER-8"}),
        ("migración extrarregional qué se acordó", {"BER-13", "BER-14", "PAN-13"}, {"BER-8"}),
        ("information portal", {"VIR-8", "REP-7"}, {"BER-8", "PAN-14"}),
        ("puntos focales", {"VIR-2"}, {"BER-8"}),
        ("who pays for the plenary", {"PAN-11"}, {"BER-8", "BER-3"}),
        ("calendario de reuniones: qué se acordó", {"PAN-1"}, {"BER-8"}),
        ("Ambassador Gómez Camacho", {"PAN-10"}, {"BER-8"}),
        ("list of speakers and moderators", {"BER-12"}, {"BER-3"}),
        ("CAM declaration, what was agreed", {"PAN-3", "PAN-4"}, {"BER-7"}),
    ],
)
def test_a_subject(ask: Ask, text: str, must: set[str], never: set[str]) -> None:
    reply = ask(text)
    assert reply.intent is Intent.AGREEMENTS
    assert must <= set(reply.records)
    assert never.isdisjoint(reply.records)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("what did they agree about climate change", "climate"),
        ("qué se acordó sobre aves de corral", "corral"),
        known("not understood", "was anything agreed on fishing quotas", "fishing"),
    ],
)
def test_what_is_not_on_record_is_said_to_be_so_with_what_was_understood(ask: Ask, text: str, word: str) -> None:
    reply = ask(text)
    assert (reply.intent, reply.records) == (Intent.AGREEMENTS, ())
    assert word in lead_of(reply)
    assert 1 <= len(reply.choices) <= 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what did they agree about climate change", "en"),
        ("qué se acordó sobre aves de corral", "es"),
        ("what is due from Chile?", "en"),
        ("next meeting?", "en"),
        ("próxima reunión", "es"),
        ("agreements", "en"),
        ("help", "en"),
        ("the Berlin minutes", "en"),
        ("who is in the Troikas?", "en"),
        ("what is the GCM?", "en"),
        ("asdfgh", "en"),
        ("documents", "en"),
        ("BER-7", "es"),
    ],
)
def test_what_is_offered_can_be_answered(ask: Ask, text: str, language: str) -> None:
    """Each choice stands for a question, and "more" for the next page."""
    for choice in ask(text, fallback=language).choices:
        offered = ask(choice.ask, "2017-07-01", text, fallback=language)
        assert offered.intent is not Intent.NONE, choice
        assert offered.records, choice


def test_the_whole_record_is_counted(ask: Ask) -> None:
    assert "51" in lead_of(ask("how many agreements are there?"))
    assert "51" in lead_of(ask("¿cuántos acuerdos hay?"))
