"""Meetings: the next, the last, of a time, a place, a kind; and where documents disagree."""

import pytest

from handlers.understanding.reading import Intent
from tests.handlers.conftest import Ask
from tests.handlers.shown import lead_of, text_of

NEGOTIATIONS = [
    "M-2018-02-20", "M-2018-02-22", "M-2018-02-23", "M-2018-03-12", "M-2018-04-03", "M-2018-05-14", "M-2018-06-04",
    "M-2018-07-09",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "today", "records"),
    [
        ("next meeting?", "2017-07-01", ["M-2017-07-07"]),
        ("próxima reunión", "2017-07-08", ["M-2017-07-07"]),
        ("próxima reunión", "2017-07-09", ["M-2017-08-30"]),
        ("next meeting", "2017-09-28", ["M-2017-10-10"]),
        ("last meeting?", "2017-07-01", ["M-2017-06-29"]),
        ("¿cuál fue la última reunión?", "2017-06-15", ["M-2017-06-08"]),
        ("first meeting", "2017-07-01", ["M-2017-03-22"]),
        ("next virtual meeting", "2017-07-01", ["M-2018-02-07"]),
        ("meetings in September", "2017-07-01", ["M-2017-09-07", "M-2017-09-26"]),
        ("reuniones de octubre", "2017-07-01", ["M-2017-10-10", "M-2017-10-11"]),
        ("meeting in November", "2017-07-01", ["M-2017-11"]),
        ("qué reuniones hay en diciembre", "2017-07-01", ["M-2017-12-04"]),
        ("meetings this week", "2017-07-01", ["M-2017-06-29"]),
        ("¿hay reunión la próxima semana?", "2017-07-01", ["M-2017-07-07"]),
        ("reuniones entre el 1 y el 10 de septiembre", "2017-07-01", ["M-2017-09-07"]),
        ("what meetings were there in March 2017", "2017-07-01", ["M-2017-03-22", "M-2017-03-29", "M-2017-03-30"]),
        ("reuniones virtuales de 2017", "2018-01-01", ["M-2017-03-22", "M-2017-05-03", "M-2017-05-11", "M-2017-06-05"]),
        ("when was the Berlin meeting", "2017-07-01", ["M-2017-06-29"]),
        ("cuándo es la reunión en San Salvador", "2017-07-01", ["M-2017-11"]),
        ("when is Guadalajara", "2017-07-01", ["M-2017-12-04"]),
        ("lo de Puerto Vallarta cuándo es", "2017-07-01", ["M-2017-12-04"]),
        ("was the Troika meeting in Chile held?", "2017-10-01", ["M-2017-08-30"]),
        ("informal dialogue", "2018-01-01", ["M-2018-02-22b"]),
        ("when do the PPTs meet", "2017-07-01", ["M-2017-10-11"]),
        ("when is the meeting of the ad hoc group", "2017-07-01", ["M-2017-07-07"]),
        ("quién participa en la reunión de Ciudad de México", "2017-07-01", ["M-2017-07-07"]),
        ("evento paralelo de Ginebra", "2017-06-15", ["M-2017-06-20"]),
        ("when does ECLAC hold its regional consultation", "2017-07-01", ["E-ECLAC"]),
        ("M-2017-09-26", "2017-07-01", ["M-2017-09-26"]),
    ],
)
def test_which_meetings(ask: Ask, text: str, today: str, records: list[str]) -> None:
    reply = ask(text, today)
    assert (reply.intent, list(reply.records)) == (Intent.MEETINGS, records)


@pytest.mark.parametrize(
    "text", ["negotiations in New York", "rondas de negociación en Nueva York", "GCM negotiations"]
)
def test_the_negotiations(ask: Ask, text: str) -> None:
    """The informal dialogue may stand among them."""
    reply = ask(text, "2018-01-01")
    assert [id_ for id_ in reply.records if id_ != "M-2018-02-22b"] == NEGOTIATIONS


def test_all_that_lie_ahead(ask: Ask) -> None:
    records = ask("which meetings are ahead?", "2018-02-01").records
    assert list(records) == sorted(["M-2018-02-07", *NEGOTIATIONS, "M-2018-02-22b", "M-2018-05-08"])


@pytest.mark.parametrize(
    ("text", "records", "also"),
    [
        ("where is the plenary?", ["M-2017-09-26", "M-2018-05-08"], []),
        ("¿dónde es la plenaria?", ["M-2017-09-26", "M-2018-05-08"], []),
        ("la plenaria de Montevideo", ["M-2018-05-08"], ["M-2017-09-26"]),
        ("when is the plenary in Panama", ["M-2017-09-26"], ["M-2018-05-08"]),
        ("plenary in September 2017", ["M-2017-09-26"], ["M-2018-05-08"]),
        ("plenaria de mayo de 2018", ["M-2018-05-08"], ["M-2017-09-26"]),
        ("the plenary in 2018", ["M-2018-05-08"], ["M-2017-09-26"]),
    ],
)
@pytest.mark.parametrize("today", ["2017-07-01", "2018-04-10"])
def test_both_sides_of_a_conflict(ask: Ask, text: str, today: str, records: list[str], also: list[str]) -> None:
    """Where the question names neither side, both answer it; else the other one is shown besides."""
    reply = ask(text, today)
    assert list(reply.records) == records
    assert set(also) <= set(reply.also)
    assert ("Montevideo" in text_of(reply)) is True
    assert "Panam" in text_of(reply)


@pytest.mark.parametrize("day", ["2017-10-15", "2018-04-10", "2026-11-20"])
def test_nobody_says_that_a_meeting_took_place_that_no_document_reports(ask: Ask, day: str) -> None:
    for text in ("was the plenary in Panama held?", "was the Troika meeting in Chile held?"):
        said = text_of(ask(text, day))
        assert "No document on record says whether it took place." in said
        assert "Reported as held" not in said


def test_what_a_document_reports_is_cited(ask: Ask) -> None:
    assert "REP" in text_of(ask("was the virtual meeting of 3 May held?", "2017-07-01"))


@pytest.mark.parametrize(("text", "language"), [("next meeting", "en"), ("próxima reunión", "es")])
def test_nothing_is_ahead_today(ask: Ask, text: str, language: str) -> None:
    reply = ask(text, "2026-11-20")
    assert (reply.intent, reply.language, reply.records, reply.also) == (
        Intent.MEETINGS,
        language,
        (),
        ("M-2018-07-09",),
    )


def test_a_meeting_known_by_its_month_has_no_day(ask: Ask) -> None:
    said = lead_of(ask("meeting in November", "2017-07-01"))
    assert "November" in said
    assert "day not on record" in said


def test_a_tentative_meeting_is_said_to_be(ask: Ask) -> None:
    assert "tentative" in lead_of(ask("next meeting?", "2017-07-01"))


@pytest.mark.parametrize(
    "text",
    [
        "is there a meeting in Lima?",
        "reunión en Buenos Aires",
    ],
)
def test_a_place_without_a_meeting_has_none(ask: Ask, text: str) -> None:
    assert ask(text).records == ()
