"""Slips of the finger are read as what was meant, and said to be."""

import pytest

from handlers.understanding.reading import Correction
from handlers.understanding.spelling import Speller
from tests.handlers.conftest import Ask, Read
from tests.handlers.known import known


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("que debe Chlie", "Chlie", "chile"),
        ("qué vence en septiemre", "septiemre", "septiembre"),
        ("próxmia reunión", "próxmia", "proxima"),
        ("cuestonario", "cuestonario", "cuestionario"),
        ("qué dijo el Vaticno", "Vaticno", "vaticano"),
        ("dónde es la plenairia", "plenairia", "plenaria"),
        ("what does Argentna owe", "Argentna", "argentina"),
        ("deadlnies for chile", "deadlnies", "deadlines"),
        ("the Berln minutes", "Berln", "berlin"),
        ("bioemtric data", "bioemtric", "biometric"),
        ("what about the quesionnaire", "quesionnaire", "questionnaire"),
        known("not corrected: only the fallback's words are compared", "quesionnaire", "quesionnaire", "questionnaire"),
    ],
)
def test_a_slip_is_corrected(read: Read, text: str, typed: str, meant: str) -> None:
    assert read(text).corrections == (Correction(typed, meant),)


@pytest.mark.parametrize(
    "text",
    [
        "Cali",
        "tema",
        "Perú",
        "declaracion biometrica de chile y panama",
        "qué debe México",
        "what is due from Suriname",
        "BER-7",
        "PPT ECLAC CEPAL",
        "los paraguayos y los uruguayos",
        "Guinea qué debe",
        "qué tienen los catrachos este mes",
    ],
)
def test_what_is_right_stays(read: Read, text: str) -> None:
    assert read(text).corrections == ()


@pytest.mark.parametrize(
    ("text", "named"), [("que debe Chlie", ("Chlie", "chile")), ("deadlnies for Chile", ("deadlnies", "deadlines"))]
)
def test_an_answer_names_what_was_corrected(ask: Ask, text: str, named: tuple[str, str]) -> None:
    last = ask(text).lines[-1].text.lower()
    assert all(word.lower() in last for word in named)


def test_an_answer_without_a_correction_names_none(ask: Ask) -> None:
    assert "“" not in ask("what is due from Chile?").lines[-1].text


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("chlie", "chile"),
        ("chiile", "chile"),
        ("chil", None),
        ("plnario", "plenario"),
        ("cuestonario", "cuestionario"),
        ("responsablidadd", "responsabilidad"),
        ("xyzzy", None),
        ("chile2", None),
        ("ghile", None),
    ],
)
def test_the_nearest_word(word: str, nearest: str | None) -> None:
    """One slip from five letters on, two in long words; short words and other first letters are other words."""
    assert Speller(["chile", "plenario", "cuestionario", "responsabilidad"]).nearest(word) == nearest
