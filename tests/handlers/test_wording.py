"""How answers read: the first line, lengths, languages, punctuation. What they hold is tested elsewhere."""

import re
import textwrap
from collections.abc import Iterable

import pytest

from handlers.answers.pages import PER_PAGE
from handlers.reply import Reply, Style
from handlers.understanding.reading import Intent
from tests.handlers.conftest import Ask

PHONE = 44
DAYS = ("2017-07-01", "2017-07-06", "2017-07-07", "2017-08-15", "2017-09-10", "2018-04-10", "2026-11-20")
SPANISH = (
    "q debe chile??", "¿qué debe México?", "¿qué debe el Vaticano?", "¿qué debe España?", "¿qué debe la CRM?",
    "¿qué debe la República Dominicana?", "¿qué deben las Troikas?", "plazos de la ST de la CRM", "¿Qué vence?",
    "¿qué vence en septiembre?", "¿qué vence hoy?", "¿Qué tiene vencido Chile?", "Chile sin fecha",
    "¿próxima reunión?", "¿qué reuniones vienen?", "¿dónde es la plenaria?", "última reunión",
    "reuniones en agosto de 2019", "acuerdo BER-7", "acuerdo PAN-11", "acuerdo VIR-3", "acuerdo BER-99",
    "¿qué se acordó sobre el cuestionario?", "¿qué se acordó sobre las criptomonedas?", "¿qué acuerdos hay?",
    "documentos", "la minuta de Berlín", "¿quién integra las Troikas?", "¿Chile está en la CRM?",
    "¿quién entregó BER-7?", "recuérdeme la plenaria", "¿qué idioma habla?", "ayuda", "hola", "gracias",
)  # fmt: skip
ENGLISH = (
    "What is due from Chile?", "What is due from Mexico?", "what does the Vatican owe", "what does Spain owe",
    "what is due from the RCM", "what is due from the United States", "what is due from the Troikas",
    "RCM-TS deadlines", "What is due?", "what is due in September", "what is due today", "overdue Chile",
    "Chile without a date", "next meeting?", "which meetings are ahead", "where is the plenary?", "last meeting",
    "meetings in August 2019", "agreement BER-7", "agreement PAN-11", "agreement VIR-3", "agreement BER-99",
    "what was agreed about the questionnaire?", "what was agreed about cryptocurrency", "which agreements are there",
    "documents", "the Berlin minutes", "who is in the Troikas?", "who has delivered BER-7?", "remind me of the plenary",
    "which language do you speak", "help", "hello", "thanks",
)  # fmt: skip
EVERY = [(text, "es", day) for day in DAYS for text in SPANISH] + [
    (text, "en", day) for day in DAYS for text in ENGLISH
]

ENGLISH_WORDS = frozenset(
    (
        "the", "of", "and", "by", "with", "for", "on", "is", "are", "was", "due", "from", "record", "past", "shared",
        "date", "days", "day", "both", "each", "without", "nothing", "before", "until", "source", "sources",
        "documents", "document", "differ", "next", "agreements", "meeting", "meetings", "state", "states"
    )
)  # fmt: skip
SPANISH_WORDS = frozenset(
    (
        "el", "los", "las", "del", "y", "en", "para", "con", "que", "fecha", "fechas", "una", "sobre", "por", "antes",
        "hasta", "desde", "consta", "constan", "registrada", "ambas", "compromisos", "reuniones", "reunión",
        "acuerdos", "documentos"
    )
)  # fmt: skip
FAMILIAR = frozenset(
    (
        "tú", "te", "tus", "contigo", "puedes", "quieres", "debes", "dime", "escribe"
    )
)  # fmt: skip


def texts_of(reply: Reply) -> Iterable[str]:
    yield from (line.text for line in reply.lines)
    yield from (text for choice in reply.choices for text in (choice.label, choice.ask))


def words_of(reply: Reply) -> set[str]:
    """The words of an answer; those that are quoted, and the names of states, are not its own."""
    shown = re.sub(r"«[^»]*»|“[^”]*”|El Salvador", "", "\n".join(texts_of(reply)))
    return {word for word in re.findall(r"[^\W\d_]+", shown.lower()) if len(word) > 1 or word == "y"}


@pytest.fixture(params=EVERY, ids="-".join)
def reply(request: pytest.FixtureRequest, ask: Ask) -> Reply:
    text, language, day = request.param
    return ask(text, day, chosen=language)


def test_an_answer_fits_a_phone(reply: Reply) -> None:
    items = [line for line in reply.lines if line.style is Style.ITEM]
    length = sum(len(line.text) + sum(map(len, line.sources)) for line in reply.lines)
    assert len(reply.lines[0].text) <= 5 * PHONE
    assert len(items) <= PER_PAGE
    assert max((len(textwrap.wrap(line.text, PHONE)) for line in items), default=0) <= 6
    assert length <= 1_450
    assert len(reply.choices) <= 4


def test_the_first_line_is_the_answer(reply: Reply) -> None:
    assert reply.lines[0].style is Style.LEAD or reply.lines[0].text.startswith("Participa")
    assert sum(line.style is Style.LEAD for line in reply.lines) <= 2


def test_an_answer_is_in_one_language(reply: Reply) -> None:
    if reply.intent is not Intent.GLOSSARY:
        assert words_of(reply) & (ENGLISH_WORDS if reply.language == "es" else SPANISH_WORDS) == set()


def test_nobody_is_addressed_as_tu(reply: Reply) -> None:
    if reply.language == "es":
        lines = " ".join(re.sub(r"«[^»]*»", "", line.text) for line in reply.lines)
        assert set(re.findall(r"\w+", lines.lower())) & FAMILIAR == set()


def test_punctuation_is_clean(reply: Reply) -> None:
    for text in texts_of(reply):
        assert text == text.strip()
        assert not re.search(r"  | [,.;:?!)]|\( |[,;:·]{2}|\.\.|· ·|\)\)|\{|\}", text), text
        assert not re.search(r"\bde el (?!Salvador)|\ba el ", text), text
        assert text.count("?") == text.count("¿") or reply.language == "en"
    assert not any(line.sources and line.text.endswith(".") for line in reply.lines)


def test_one_is_singular(reply: Reply) -> None:
    for text in texts_of(reply):
        assert not re.search(
            r"\b1 (compromisos|reuniones|acuerdos|fechas|días|miembros|entregas|pasados|compartidos)\b"
            r"|\b1 (commitments|meetings|agreements|past dates|days|members|deliveries)\b",
            text,
        ), text


def test_nobody_is_said_to_have_missed_anything(reply: Reply) -> None:
    for line in reply.lines:
        assert not re.search(r"incumpl|no entregó|not done|missed|failed", line.text, re.IGNORECASE)


def test_a_list_says_one_discrepancy(reply: Reply) -> None:
    told = [line for line in reply.lines if line.text.startswith(("Los documentos difieren", "Documents differ"))]
    if len(reply.records) > 1:
        assert len(told) <= 1


# Only how a line begins and ends: the records' own words are the records'.
@pytest.mark.parametrize(
    ("text", "day", "start"),
    [
        ("What is due from Chile?", "2017-07-01", "Chile, by 7 July (in 6 days, Friday): send the concept "),
        ("q debe chile??", "2017-07-06", "Chile, a más tardar el 7 de julio (mañana, viernes): enviar "),
        ("what does the Vatican owe", "2017-07-01", "The Vatican, by the week of 3–9 July (8 days left): send "),
        ("¿qué debe México?", "2017-07-01", "México, 7–8 de julio, fecha tentativa (en 6 días, desde el viernes): "),
        ("What is due?", "2017-07-01", "By 7 July (in 6 days, Friday), Chile: "),
        ("¿Qué tiene vencido Chile?", "2017-07-01", "Chile: 2 fechas pasadas, sin entrega registrada"),
        ("What is due from Chile?", "2018-04-10", "Chile: no upcoming deadline on record; 10 past dates, no delivery"),
        ("¿qué debe Chile?", "2026-11-20", "Chile: no consta ningún plazo próximo."),
        ("what is due in September", "2017-07-01", "All parties, September: 6 commitments"),
        ("what does Spain owe", "2017-07-01", "Spain is a member of neither conference: nothing on record."),
        ("¿qué deben Francia y Alemania?", "2017-07-01", "Francia y Alemania no integran ninguna de las dos "),
        ("next meeting?", "2017-07-01", "7–8 July, tentative (in 6 days, from Friday) · "),
        ("¿próxima reunión?", "2017-07-07", "7–8 de julio, fecha tentativa (en curso) · "),
        ("where is the plenary?", "2017-07-01", "Panama (26–27 September) and Montevideo, Uruguay (8–9 May 2018)"),
        ("¿próxima reunión?", "2026-11-20", "No consta ninguna reunión por celebrarse."),
        ("agreement BER-99", "2017-07-01", "BER has no item 99: 14 are on record."),
        ("¿Chile está en la CRM?", "2017-07-01", "No: Chile no integra la CRM."),
        ("documentos", "2017-07-01", "5 documentos"),
        ("gracias", "2017-07-01", "Con gusto."),
    ],
)
def test_first_lines(ask: Ask, text: str, day: str, start: str) -> None:
    assert ask(text, day).lines[0].text.startswith(start)


@pytest.mark.parametrize(
    ("text", "day", "start", "end"),
    [
        ("What is due from Chile?", "2017-07-01", "Before 7 September (67 days left): ", " · both conferences"),
        ("What is due from Chile?", "2017-07-01", "By 8 September (in 69 days): ", " · each of the 23 states"),
        ("¿qué debe México?", "2017-07-01", "30–31 de agosto (en 60 días): ", " · ambas Troikas"),
        ("overdue Chile", "2017-07-01", "By 20 June (11 days late): ", ""),
        ("overdue Chile", "2026-11-20", "By 20 June 2017: ", ""),
        ("overdue Chile", "2017-09-10", "30–31 August (10 days ago): ", ""),
        ("¿qué debe Chile en julio?", "2017-07-01", "No consta nada más (hasta el 31 de julio).", ""),
        ("¿qué debe la CRM?", "2017-07-01", "Los miembros y órganos tienen además 3 propios por vencer.", ""),
        ("acuerdo VIR-3", "2017-07-01", "Panamá y Chile, 8 de junio (hace 23 días): ", "según consta en PAN"),
        ("agreement BER-6", "2017-07-01", "Reiterates PAN-11. Differs from PAN-11.", ""),
    ],
)
def test_lines(ask: Ask, text: str, day: str, start: str, end: str) -> None:
    lines = [line.text for line in ask(text, day).lines]
    assert [line for line in lines if line.startswith(start) and line.endswith(end)]


def test_items_of_one_day_stand_under_one_date(ask: Ask) -> None:
    page = ask("more", "2017-07-01", "What is due from Chile?", chosen="en")
    texts = [line.text for line in page.lines]
    assert texts[0] == "Chile, page 2 of 3"
    date = texts.index("26–27 September (in 87 days):")
    assert [line.sources for line in page.lines[date + 1 : date + 4]] == [("BER-5",), ("BER-6",), ("BER-14",)]
    assert [line.earlier for line in page.lines[date + 1 : date + 4]] == [(), ("PAN-11",), ()]


def test_after_the_last_page_nothing_is_left(ask: Ask) -> None:
    turns = ["What is due from Chile?", *["more"] * 3]
    assert ask("more", "2017-07-01", *turns, chosen="en").lines[0].text == "Chile: that is all on record."


def test_suggestions_fit_the_question(ask: Ask) -> None:
    nothing = ask("what is due from Peru in 2016", chosen="en")
    assert (nothing.records, nothing.choices[0].ask) == ((), "What is due from Peru?")
    assert {c.ask for c in ask("hola", "2017-07-01").choices} != {c.ask for c in ask("hola", "2026-11-20").choices}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_suggested_can_be_answered(ask: Ask, day: str, language: str) -> None:
    for choice in ask("asdfgh", day, chosen=language).choices:
        reply = ask(choice.ask, day, chosen=language)
        assert reply.records or reply.also, choice
