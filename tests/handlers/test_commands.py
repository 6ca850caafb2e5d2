import pytest

from handlers.commands import Asked, asked, commands
from i18n.catalog import languages


@pytest.mark.parametrize(
    ("typed", "question", "language"),
    [
        ("/due", "What is due?", "en"),
        ("/plazos", "¿Qué vence?", "es"),
        ("/due Chile", "What is due from Chile?", "en"),
        ("/due CL", "What is due from Chile?", "en"),
        ("/plazos mx", "¿Qué debe México?", "es"),
        ("/due RCM-TS", "What is due from RCM-TS?", "en"),
        ("/due la Troika de la CSM", "What is due from la Troika de la CSM?", "en"),
        ("/due {0}", "What is due from {0}?", "en"),
        ("/PLAZOS  \n Chile ", "¿Qué debe Chile?", "es"),
        ("/due@acuerdos_bot Chile", "What is due from Chile?", "en"),
        ("/meetings", "Which meetings are ahead?", "en"),
        ("/reuniones septiembre", "reuniones septiembre", "es"),
        ("/acuerdo BER-7", "acuerdo BER-7", "es"),
        ("/documents", "Which documents are there?", "en"),
        ("/glosario PMM", "¿Qué es PMM?", "es"),
        ("/ayuda", "ayuda", "es"),
        ("/language", "Which language do you speak?", "en"),
    ],
)
def test_a_command_stands_for_a_question(typed: str, question: str, language: str) -> None:
    assert asked(typed, "es") == asked(typed, "en") == Asked(question, language)


@pytest.mark.parametrize("name", ["en", "EN", "English", "inglés", "ingles"])
def test_a_language_is_chosen_by_code_or_name(name: str) -> None:
    found = asked(f"/idioma {name}", "es")
    assert found is not None
    assert found.chosen == "en"


def test_a_language_that_nobody_speaks_is_not_chosen() -> None:
    found = asked("/language Klingon", "en")
    assert found is not None
    assert found.chosen is None


@pytest.mark.parametrize(
    "text", ["", "/", "due", "/nothing", "/ due", "what /due", "//due", "/due-chile", "¿qué debe /cl?"]
)
def test_anything_else_is_no_command(text: str) -> None:
    assert asked(text, "en") is None


def test_every_language_has_all_commands_under_words_of_one_token() -> None:
    menus = [commands(language) for language in languages()]
    assert len({len(menu) for menu in menus}) == 1
    for menu in menus:
        words = [each.word for each in menu]
        assert len(set(words)) == len(words)
        # Telegram's rule for the words of a menu.
        assert all(word.isascii() and word.islower() and word.isalpha() and len(word) <= 32 for word in words)
        assert all("{about}" in each.ask_about for each in menu if each.action == "ask" and each.ask != each.ask_about)
