"""Who is asked about."""

import pytest

from tests.handlers.conftest import Read
from tests.handlers.known import known


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("what is due from Chile", ("CL",)),
        ("CHILE QUE DEBE", ("CL",)),
        ("qué debe México", ("MX",)),
        ("q debe mexico", ("MX",)),
        ("what do the Chileans owe", ("CL",)),
        ("qué deben los paraguayos", ("PY",)),
        ("qué deben los ticos", ("CR",)),
        ("qué deben los chapines", ("GT",)),
        ("qué deben los catrachos", ("HN",)),
        ("gringos qué deben", ("US",)),
        ("what does the US owe", ("US",)),
        ("qué debe EE.UU.", ("US",)),
        ("Estados Unidos qué debe", ("US",)),
        ("qué debe CL", ("CL",)),
        ("what does SV owe", ("SV",)),
        ("what does RD owe", ("DO",)),
        ("República Dominicana vencimientos", ("DO",)),
        ("what is due from Surinam", ("SR",)),
        ("qué deben Chile y Panamá", ("CL", "PA")),
        ("Chile, Perú and Bolivia deadlines", ("CL", "PE", "BO")),
        ("what does Santiago owe", ("CL",)),
        ("qué debe Ottawa", ("CA",)),
        ("Brasilia what do we owe", ("BR",)),
        ("what is due from the Holy See", ("VA",)),
        ("qué debe el Vaticano", ("VA",)),
        ("what is due from OIM", ("IOM",)),
        ("qué debe la OEA", ("OAS",)),
    ],
)
def test_a_party_is_named(read: Read, text: str, parties: tuple[str, ...]) -> None:
    assert read(text).query.parties == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("what is due from the RCM", {"RCM"}),
        ("qué debe la CSM", {"SACM"}),
        ("what do both conferences owe", {"RCM", "SACM"}),
        ("qué debe la Troika de la CSM", {"SACM-TROIKA"}),
        ("what does the RCM's troika owe", {"RCM-TROIKA"}),
        ("las dos troikas qué deben", {"RCM-TROIKA", "SACM-TROIKA"}),
        ("qué debe la ST de la CRM", {"RCM-TS"}),
        ("technical secretariat of the SACM overdue", {"SACM-TS"}),
        ("what is due from the RCM PPT", {"RCM-PPT"}),
        ("PPT de la CSM qué debe", {"SACM-PPT"}),
        ("qué debe la PPT", {"RCM-PPT", "SACM-PPT"}),
        ("what is due from RCM-TS", {"RCM-TS"}),
        ("what do the 23 countries owe", {"RCM", "SACM"}),
    ],
)
def test_an_organ_goes_with_its_conference(read: Read, text: str, parties: set[str]) -> None:
    """Without one it is that of both: the minutes name a PPT without saying whose."""
    assert set(read(text).query.parties) == parties


@pytest.mark.parametrize(
    ("text", "outsiders"),
    [
        ("what does Cuba owe", ("CU",)),
        ("qué debe Haití", ("HT",)),
        ("Spain deadlines", ("ES",)),
        ("qué debe Alemania", ("DE",)),
        ("Dominica due", ("DM",)),
        ("Guinea qué debe", ("GN",)),
        ("and Réunion?", ()),
        ("la reunión", ()),
        known("Iran", "irán a la plenaria", ()),
    ],
)
def test_a_state_outside_both_conferences_is_recognised(read: Read, text: str, outsiders: tuple[str, ...]) -> None:
    reading = read(text)
    assert reading.query.outsiders == outsiders
    assert reading.query.parties == ()


@pytest.mark.parametrize(
    "text",
    [
        "the plenary in Panama",
        "reunión en Chile",
        "la plenaria de Montevideo",
        "acta de Panamá",
        "when was the Berlin meeting",
        "dónde es la reunión de México",
    ],
)
def test_a_place_is_no_party(read: Read, text: str) -> None:
    reading = read(text)
    assert (reading.query.parties, reading.query.outsiders) == ((), ())


@pytest.mark.parametrize(
    "text",
    ["no debe nada", "due us", "es para hoy", "pa cuándo es", "in the do list", "ni idea", "what is due, do tell me"],
)
def test_a_word_is_no_code(read: Read, text: str) -> None:
    assert read(text).query.parties == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("embajada de Chile en Ottawa, qué debemos", ("CL",)),
        ("qué tiene que mandar Chile a la ST de la CRM", ("CL",)),
        ("what does Chile have to send to the RCM", ("CL",)),
    ],
)
def test_who_acts_is_told_from_where_and_to_whom(read: Read, text: str, parties: tuple[str, ...]) -> None:
    assert read(text).query.parties == parties


@pytest.mark.parametrize(
    "text",
    [
        "qué debemos",
        "what do we owe",
        "a nosotros qué nos toca",
        known("no speaker: the possessive hides “my delegation”", "my delegation's deadlines"),
    ],
)
def test_we_are_the_speaker(read: Read, text: str) -> None:
    reading = read(text)
    assert reading.speaker
    assert reading.query.parties == ()
