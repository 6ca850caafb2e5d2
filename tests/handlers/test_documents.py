"""The documents on record."""

import pytest

from handlers.understanding.reading import Intent
from tests.handlers.conftest import Ask
from tests.handlers.known import known
from tests.handlers.shown import text_of


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("which documents are there?", ["VIR", "PAN", "BER", "REP", "NOTE"]),
        ("¿qué documentos hay?", ["VIR", "PAN", "BER", "REP", "NOTE"]),
        ("the Berlin minutes", ["BER"]),
        ("BER", ["BER"]),
        ("NOTE", ["NOTE"]),
        ("acta de Berlín", ["BER"]),
        ("minuta de la reunión virtual", ["VIR"]),
        ("Panama minutes please", ["PAN"]),
        ("minutas", ["VIR", "PAN", "BER"]),
        ("informe", ["REP"]),
        ("the report", ["REP"]),
        ("concept note", ["NOTE"]),
        ("nota conceptual", ["NOTE"]),
        ("documents in Spanish", ["BER"]),
        ("¿qué documentos están en español?", ["BER"]),
        ("which minutes are in English?", ["VIR", "PAN"]),
        ("minutes of 8 June", ["PAN"]),
        ("actas de junio", ["PAN", "BER"]),
        ("minutes of 11 May 2017", ["VIR"]),
        ("pdf de Panamá", ["PAN"]),
        ("documentos de 2019", []),
        known("all minutes", "the Buenos Aires minutes", []),
        known("all of them: an unknown place is passed over", "acta de la reunión de Lima", []),
    ],
)
def test_which_documents(ask: Ask, text: str, records: list[str]) -> None:
    reply = ask(text)
    assert (reply.intent, list(reply.records)) == (Intent.DOCUMENTS, records)


def test_a_document_is_shown_with_its_day_and_its_language(ask: Ask) -> None:
    said = text_of(ask("the Berlin minutes"))
    assert "29 June" in said
    assert "Spanish" in said
    assert "14 agreements" in said


def test_a_document_without_a_date_is_said_to_have_none(ask: Ask) -> None:
    said = text_of(ask("the concept note"))
    assert "ndated" in said
    assert "7 February 2018" in said
