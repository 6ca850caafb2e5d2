import pytest

from i18n import names
from i18n.catalog import languages


@pytest.mark.parametrize(
    ("code", "en", "es"),
    [
        ("CL", "Chile", "Chile"),
        ("MX", "Mexico", "México"),
        ("US", "United States", "Estados Unidos"),
        ("DO", "Dominican Republic", "República Dominicana"),
        ("VA", "Vatican City", "Ciudad del Vaticano"),
    ],
)
def test_state(code: str, en: str, es: str) -> None:
    assert (names.state(code, "en"), names.state(code, "es")) == (en, es)


@pytest.mark.parametrize("code", ["EU", "UN", "ZZ", "XK", "419", "cl"])
def test_what_is_no_state_has_no_name(code: str) -> None:
    with pytest.raises(KeyError):
        names.state(code, "es")


def test_states_are_those_of_iso_3166() -> None:
    assert len(names.states()) == 249
    assert {tuple(each) for each in names.states().values()} == {languages()}
    assert [code for code, each in names.states().items() if not all(each.values())] == []


def test_states_have_other_spellings() -> None:
    assert names.states()["LC"]["en"] == ("St Lucia", "St. Lucia", "Saint Lucia")
    assert names.states()["RO"]["es"] == ("Rumania", "Rumanía")


@pytest.mark.parametrize("language", languages())
def test_no_name_means_two_states(language: str) -> None:
    spellings = [name for each in names.states().values() for name in each[language]]
    assert sorted(spellings) == sorted(set(spellings))


@pytest.mark.parametrize(
    ("items", "en", "es"),
    [
        ([], "", ""),
        (["Chile"], "Chile", "Chile"),
        (["Chile", "Uruguay"], "Chile and Uruguay", "Chile y Uruguay"),
        (["Chile", "Paraguay", "Uruguay"], "Chile, Paraguay and Uruguay", "Chile, Paraguay y Uruguay"),
        (["Perú", "Italia"], "Perú and Italia", "Perú e Italia"),
        (["Perú", "Chile", "Irlanda"], "Perú, Chile and Irlanda", "Perú, Chile e Irlanda"),
        (["padres", "hijos"], "padres and hijos", "padres e hijos"),
        (["agua", "hielo"], "agua and hielo", "agua y hielo"),
        (["Belice", "Haití"], "Belice and Haití", "Belice y Haití"),
        (["Omán", "Yemen"], "Omán and Yemen", "Omán y Yemen"),
        (["Perú", "«Índice»"], "Perú and «Índice»", "Perú e «Índice»"),
    ],
)
def test_listing(items: list[str], en: str, es: str) -> None:
    assert (names.listing(items, "en"), names.listing(items, "es")) == (en, es)


def test_language_name() -> None:
    assert (names.language_name("es", "es"), names.language_name("es", "en")) == ("español", "Spanish")
    with pytest.raises(KeyError):
        names.language_name("??", "es")
