"""The language of a question, and of its answer."""

import pytest

from handlers.reply import Reply
from tests.handlers.conftest import Ask, Read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("PMM", "es"),
        ("GCM", "en"),
        ("next meeting", "en"),
        ("próxima reunión", "es"),
        ("proxima reunion", "es"),
        ("qué", "es"),
        ("what", "en"),
        ("q debe chile", "es"),
        ("hola", "es"),
        ("hello", "en"),
        ("gracias", "es"),
        ("thanks", "en"),
        ("¿Chile?", "es"),
        ("meeting", "en"),
        ("minutes", "en"),
        ("actas", "es"),
        ("recordatorio", "es"),
        ("reminder pls", "en"),
        ("plazos Chile", "es"),
        ("deadlines Chile", "en"),
        ("CHILE OVERDUE", "en"),
        ("CHILE VENCIDOS", "es"),
        ("PAN-12 detalles", "es"),
        ("PAN-12 details", "en"),
        ("México septiembre", "es"),
        ("Mexico September", "en"),
        ("item 3 of Panama", "en"),
        ("item 15 berlin", "en"),
        ("es Chile miembro", "es"),
        ("is Chile member", "en"),
        ("quien integra la troika", "es"),
        ("vatican paper", "en"),
        ("what is the PMM", "en"),
        ("qué es GCM", "es"),
        ("what did they agree about el cuestionario", "en"),
        ("qué hay del side event de Ginebra", "es"),
    ],
)
def test_a_language_shows(read: Read, text: str, language: str) -> None:
    """However it would be read where it did not."""
    assert [read(text, language=other).language for other in ("es", "en")] == [language, language]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "BER-7",
        "VIR-3",
        "vir 3",
        "ber-7",
        "chile",
        "Chile?",
        "12",
        "😀",
        "2017-09-08",
        "ok",
        "PAN-12 BER-7",
    ],
)
def test_a_language_does_not_show(read: Read, text: str) -> None:
    assert read(text).language is None


def spoken(reply: Reply) -> str:
    assert reply.lines
    return reply.language


def test_an_answer_is_in_the_language_of_its_question(ask: Ask) -> None:
    assert spoken(ask("¿qué debe Chile?", fallback="en")) == "es"
    assert spoken(ask("what is due from Chile?", fallback="es")) == "en"


def test_a_chosen_language_outweighs_the_question(ask: Ask) -> None:
    assert spoken(ask("¿qué debe Chile?", chosen="en")) == "en"
    assert spoken(ask("what is due from Chile?", chosen="es")) == "es"


def test_without_a_language_that_of_the_turns_before_stays(ask: Ask) -> None:
    assert spoken(ask("BER-7", "2017-07-01", "what is due from Chile?", fallback="es")) == "en"
    assert spoken(ask("BER-7", "2017-07-01", "¿qué debe Chile?", fallback="en")) == "es"
    assert spoken(ask("BER-7", "2017-07-01", "¿qué debe Chile?", "thanks", fallback="en")) == "en"


def test_without_a_turn_before_that_of_the_channel_counts(ask: Ask) -> None:
    assert [spoken(ask("BER-7", fallback=language)) for language in ("es", "en")] == ["es", "en"]


def test_states_and_dates_are_in_the_language_of_the_answer(ask: Ask) -> None:
    found = {language: ask("BER-6, BER-13", chosen=language, fallback=language) for language in ("es", "en")}
    shown = {language: " ".join(line.text for line in reply.lines) for language, reply in found.items()}
    assert "septiembre" in shown["es"]
    assert "September" not in shown["es"]
    assert "September" in shown["en"]
    assert "septiembre" not in shown["en"]
