import pytest

from i18n.catalog import languages
from i18n.lexicon import Entry, Lexicon, lexicon, version
from i18n.words import split


def entries(language: str, text: str) -> set[Entry]:
    own = lexicon(language)
    return {found.value for found in own.phrases.find([own.keys(word) for word in split(text)])}


def known(own: Lexicon, text: str) -> list[bool]:
    return [own.knows(word) for word in split(text)]


@pytest.mark.parametrize(
    ("language", "text", "entry"),
    [
        ("es", "entregaron", Entry("cues", "due")),
        ("en", "what is due", Entry("cues", "due")),
        ("es", "próxima reunión", Entry("cues", "meetings")),
        ("es", "proxima reunion", Entry("cues", "meetings")),
        ("en", "the next meeting", Entry("moves", "next")),
        ("es", "septiembre", Entry("months", "9")),
        ("es", "setiembre", Entry("months", "9")),
        ("en", "Sept", Entry("months", "9")),
        ("es", "miércoles", Entry("weekdays", "3")),
        ("en", "wednesday", Entry("weekdays", "3")),
        ("es", "catorce", Entry("numbers", "14")),
        ("en", "eleventh", Entry("ordinals", "11")),
        ("es", "el cuestionario", Entry("concepts", "questionnaire")),
        ("en", "questionnaires", Entry("concepts", "questionnaire")),
        ("es", "encuesta", Entry("concepts", "questionnaire")),
        ("en", "football", Entry("offtopic", "offtopic")),
    ],
)
def test_what_words_stand_for(language: str, text: str, entry: Entry) -> None:
    assert entry in entries(language, text)


@pytest.mark.parametrize(("language", "text", "section"), [("es", "pasado", "numbers"), ("en", "may I", "numbers")])
def test_what_words_do_not_stand_for(language: str, text: str, section: str) -> None:
    assert section not in {entry.section for entry in entries(language, text)}


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "qué debe la secretaría"), ("en", "what does the secretariat owe"), ("es", "porque xq")],
)
def test_a_word_of_the_language_is_known(language: str, text: str) -> None:
    assert all(known(lexicon(language), text.split(maxsplit=1)[0]))


@pytest.mark.parametrize("language", languages())
def test_a_word_of_no_language_is_not_known(language: str) -> None:
    assert known(lexicon(language), "xyzzy quux") == [False, False]


@pytest.mark.parametrize(
    ("es", "en"),
    [
        ("el cuestionario", "the questionnaire"),
        ("la declaración especial", "the special declaration"),
        ("datos biométricos", "biometric data"),
        ("puntos focales", "focal points"),
        ("ponentes y moderadores", "speakers and moderators"),
        ("la Unión Europea", "the European Union"),
    ],
)
def test_a_subject_is_the_same_in_both_languages(es: str, en: str) -> None:
    """Concepts carry a question over to records in the other language."""
    concepts = [
        {term for term in lexicon(code).terms(text) if term.startswith("c:")} for code, text in (("es", es), ("en", en))
    ]
    assert concepts[0] & concepts[1]


@pytest.mark.parametrize(
    ("language", "text"), [("es", "¿qué es lo que hay que hacer?"), ("en", "what is it that we do?")]
)
def test_function_words_are_no_subject(language: str, text: str) -> None:
    assert [term for term in lexicon(language).terms(text) if not term.startswith("c:")] == []


def test_a_lexicon_is_read_once_and_has_a_version() -> None:
    assert lexicon("es") is lexicon("es")
    assert version() == version()
    assert len(version()) == 64
