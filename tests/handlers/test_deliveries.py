"""What is on record as delivered, and that nobody is said to have missed what no document says."""

import re

import pytest

from handlers.understanding.reading import Intent
from tests.handlers.conftest import Ask
from tests.handlers.shown import text_of


@pytest.mark.parametrize(
    ("text", "today", "record"),
    [
        ("has Chile delivered BER-8?", "2017-08-01", "BER-8"),
        ("did Chile send BER-8?", "2017-08-01", "BER-8"),
        ("¿ya entregó Chile BER-8?", "2017-08-01", "BER-8"),
        ("ya entregó Chile la propuesta conceptual", "2017-08-01", "BER-8"),
        ("has Chile sent the concept proposal?", "2017-08-01", "BER-8"),
        ("who has delivered the answers to the questionnaire?", "2017-09-10", "BER-7"),
        ("who has not answered the questionnaire yet?", "2017-09-10", "BER-7"),
        ("¿quién ya mandó el cuestionario?", "2017-09-10", "BER-7"),
        ("has the Vatican sent its paper?", "2017-07-12", "BER-3"),
        ("was VIR-3 fulfilled", "2017-07-01", "VIR-3"),
        ("¿se cumplió VIR-4?", "2017-07-01", "VIR-4"),
    ],
)
def test_a_delivery_is_asked_after(ask: Ask, text: str, today: str, record: str) -> None:
    reply = ask(text, today)
    assert reply.intent is Intent.DELIVERIES
    assert record in reply.records


@pytest.mark.parametrize(
    ("text", "document"),
    [("¿se cumplió VIR-3?", "PAN"), ("¿se cumplió VIR-4?", "BER"), ("has VIR-3 been done?", "PAN")],
)
def test_a_delivery_counts_by_the_record_of_a_document(ask: Ask, text: str, document: str) -> None:
    reply = ask(text, "2017-07-01", chosen="en")
    assert reply.intent is Intent.DELIVERIES
    assert f"by the record of {document}" in text_of(reply)


@pytest.mark.parametrize(
    "text",
    ["¿ya entregó Chile BER-8?", "ya mandaron las respuestas al cuestionario?", "has Chile delivered what it owes?"],
)
@pytest.mark.parametrize("today", ["2017-07-01", "2017-09-10", "2026-11-20"])
def test_what_no_document_says_is_not_on_record(ask: Ask, text: str, today: str) -> None:
    said = text_of(ask(text, today, chosen="en"))
    assert re.search("no delivery on record|without a delivery on record|nothing on record", said, re.IGNORECASE)
    assert not re.search(r"\b(not done|failed|late|has not)\b", said)


def test_who_is_outside_has_nothing_to_deliver(ask: Ask) -> None:
    reply = ask("has Cuba delivered anything?")
    assert reply.records == ()
    assert "Cuba" in text_of(reply)
