"""Days that questions name. A week runs from Monday; "before X" and "until X" run from today on."""

from datetime import date

import pytest

from tests.handlers.conftest import Read
from tests.handlers.known import known

WEDNESDAY = "2017-07-05"
SATURDAY = "2017-07-01"


def days(read: Read, text: str, today: str) -> tuple[str | None, str | None] | None:
    period = read(text, today).query.period
    if period is None:
        return None
    return period.first.isoformat() if period.first else None, period.last.isoformat() if period.last else None


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("what is due today?", WEDNESDAY, "2017-07-05"),
        ("qué vence hoy", WEDNESDAY, "2017-07-05"),
        ("what is due tomorrow", "2017-07-31", "2017-08-01"),
        ("qué vence mañana", "2017-12-31", "2018-01-01"),
        ("what is due tomorrow", "2020-02-28", "2020-02-29"),
        ("what is due tomorrow", "2019-02-28", "2019-03-01"),
        ("qué hay pasado mañana", "2017-02-27", "2017-03-01"),
        ("due the day after tomorrow", WEDNESDAY, "2017-07-07"),
        ("what was due yesterday", SATURDAY, "2017-06-30"),
        ("qué venció ayer", "2018-01-01", "2017-12-31"),
        ("qué venció anteayer", WEDNESDAY, "2017-07-03"),
        ("what was due the day before yesterday", WEDNESDAY, "2017-07-03"),
        ("what is due on Friday", WEDNESDAY, "2017-07-07"),
        ("qué vence el viernes", WEDNESDAY, "2017-07-07"),
        ("qué vence el miércoles", WEDNESDAY, "2017-07-05"),
        ("next Monday what is due", WEDNESDAY, "2017-07-10"),
        ("qué vence el próximo lunes", WEDNESDAY, "2017-07-10"),
    ],
)
def test_a_day_seen_from_today(read: Read, text: str, today: str, day: str) -> None:
    assert days(read, text, today) == (day, day)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("what is due 2017-09-08", SATURDAY, "2017-09-08"),
        ("qué vence el 2017-09-08", SATURDAY, "2017-09-08"),
        ("qué vence el 8/9", SATURDAY, "2017-09-08"),
        ("what is due 08/09/2017", SATURDAY, "2017-09-08"),
        ("qué vence el 26/9/17", SATURDAY, "2017-09-26"),
        ("what is due 9/26/2017", SATURDAY, "2017-09-26"),
        ("qué vence el 8.9.2017", SATURDAY, "2017-09-08"),
        ("qué vence el 8 de septiembre", SATURDAY, "2017-09-08"),
        ("what is due on 8 September", SATURDAY, "2017-09-08"),
        ("what is due September 8th", SATURDAY, "2017-09-08"),
        ("what is due on the 8th of September 2018", SATURDAY, "2018-09-08"),
        ("qué vence el 8 de setiembre del 2018", SATURDAY, "2018-09-08"),
        ("qué vence el ocho de septiembre", SATURDAY, "2017-09-08"),
        ("what is due on the eighth of September", SATURDAY, "2017-09-08"),
        ("due on September eighth", SATURDAY, "2017-09-08"),
        ("due on the twenty-sixth of September", SATURDAY, "2017-09-26"),
        ("qué vence el veintiséis de septiembre", SATURDAY, "2017-09-26"),
        ("qué vence el treinta y uno de agosto", SATURDAY, "2017-08-31"),
        ("qué vence el primero de septiembre", SATURDAY, "2017-09-01"),
        ("qué vence el 1° de septiembre", SATURDAY, "2017-09-01"),
        known("all of September", "qué vence el uno de septiembre", SATURDAY, "2017-09-01"),
        ("qué vence el 29 de febrero", "2020-02-01", "2020-02-29"),
        ("what is due on 29 February 2020", SATURDAY, "2020-02-29"),
        ("qué vence el 1 de enero", "2017-12-31", "2018-01-01"),
        ("qué vence el 8", WEDNESDAY, "2017-07-08"),
        ("what is due on the 3rd", WEDNESDAY, "2017-08-03"),
    ],
)
def test_a_date(read: Read, text: str, today: str, day: str) -> None:
    """Day before month, as the documents write it; a day of the month is the next one."""
    assert days(read, text, today) == (day, day)


@pytest.mark.parametrize(
    ("text", "today", "first", "last"),
    [
        ("what is due this week", WEDNESDAY, "2017-07-03", "2017-07-09"),
        ("qué vence esta semana", SATURDAY, "2017-06-26", "2017-07-02"),
        ("what is due next week", SATURDAY, "2017-07-03", "2017-07-09"),
        ("qué vence la próxima semana", "2017-07-02", "2017-07-03", "2017-07-09"),
        ("qué vence la semana que viene", WEDNESDAY, "2017-07-10", "2017-07-16"),
        ("qué vence la semana entrante", "2017-12-28", "2018-01-01", "2018-01-07"),
        ("what was due last week", WEDNESDAY, "2017-06-26", "2017-07-02"),
        ("qué venció la semana pasada", WEDNESDAY, "2017-06-26", "2017-07-02"),
        ("the week of 3 July what is due", SATURDAY, "2017-07-03", "2017-07-09"),
        ("qué vence en la semana del 3", SATURDAY, "2017-07-03", "2017-07-09"),
        ("what is due this weekend", WEDNESDAY, "2017-07-08", "2017-07-09"),
        ("qué vence el fin de semana", WEDNESDAY, "2017-07-08", "2017-07-09"),
        ("este fin de semana qué vence", SATURDAY, "2017-07-01", "2017-07-02"),
        ("what is due this month", WEDNESDAY, "2017-07-01", "2017-07-31"),
        ("qué vence este mes", "2017-12-05", "2017-12-01", "2017-12-31"),
        ("what is due next month", "2017-12-05", "2018-01-01", "2018-01-31"),
        ("el próximo mes qué vence", "2017-01-31", "2017-02-01", "2017-02-28"),
        ("el próximo mes qué vence", "2020-01-31", "2020-02-01", "2020-02-29"),
        ("qué vence el mes que viene", WEDNESDAY, "2017-08-01", "2017-08-31"),
        ("what was due last month", "2017-01-05", "2016-12-01", "2016-12-31"),
        ("qué venció el mes pasado", "2018-01-31", "2017-12-01", "2017-12-31"),
        ("qué vence este año", WEDNESDAY, "2017-01-01", "2017-12-31"),
        ("next year what is due", WEDNESDAY, "2018-01-01", "2018-12-31"),
        ("what is due in 2018", WEDNESDAY, "2018-01-01", "2018-12-31"),
        ("qué vence en septiembre", WEDNESDAY, "2017-09-01", "2017-09-30"),
        ("what is due in September", WEDNESDAY, "2017-09-01", "2017-09-30"),
        ("Panama in September 2018", WEDNESDAY, "2018-09-01", "2018-09-30"),
        ("what is due in May", "2018-04-10", "2018-05-01", "2018-05-31"),
        ("qué vence en marzo", "2018-02-10", "2018-03-01", "2018-03-31"),
        ("qué vence en febrero", "2017-12-05", "2018-02-01", "2018-02-28"),
        ("what is due in January", "2017-12-05", "2018-01-01", "2018-01-31"),
        ("qué venció en junio", WEDNESDAY, "2017-06-01", "2017-06-30"),
    ],
)
def test_a_week_a_month_a_year(read: Read, text: str, today: str, first: str, last: str) -> None:
    assert days(read, text, today) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("qué vence en los próximos 10 días", "2017-07-05", "2017-07-15"),
        ("what is due in the next 10 days", "2017-07-05", "2017-07-15"),
        ("within two weeks what is due", "2017-07-05", "2017-07-19"),
        ("qué vence dentro de dos semanas", "2017-07-05", "2017-07-19"),
        ("qué vence en las próximas dos semanas", "2017-07-05", "2017-07-19"),
        ("what is due in the next three days", "2017-07-05", "2017-07-08"),
        ("qué vence en quince días", "2017-07-05", "2017-07-20"),
        ("what was due in the last 30 days", "2017-06-05", "2017-07-05"),
        ("qué venció en los últimos diez días", "2017-06-25", "2017-07-05"),
        ("qué vence antes del 15", "2017-07-05", "2017-07-15"),
        ("what is due before the 15th", "2017-07-05", "2017-07-15"),
        ("due before 15 July", "2017-07-05", "2017-07-15"),
        ("qué vence antes del 3", "2017-07-05", "2017-08-03"),
        ("qué vence antes del 8 de septiembre", "2017-07-05", "2017-09-08"),
        ("before September what is due", "2017-07-05", "2017-08-31"),
        ("qué vence antes de septiembre", "2017-07-05", "2017-08-31"),
        ("qué vence antes del veintisiete de septiembre", "2017-07-05", "2017-09-27"),
        ("what is due until 31 August", "2017-07-05", "2017-08-31"),
        ("qué vence de aquí al 15 de agosto", "2017-07-05", "2017-08-15"),
        ("qué vence hasta fin de año", "2017-07-05", "2017-12-31"),
        ("due by the end of the year", "2017-07-05", "2017-12-31"),
        ("qué vence en lo que queda del mes", "2017-07-05", "2017-07-31"),
        ("what is due in the rest of July", "2017-07-05", "2017-07-31"),
        ("lo que queda del año", "2017-07-05", "2017-12-31"),
        ("what was due so far this month", "2017-07-01", "2017-07-05"),
        ("qué venció en lo que va del año", "2017-01-01", "2017-07-05"),
        ("desde el 1 de septiembre qué vence", "2017-09-01", None),
        ("after 8 September what is due", "2017-09-09", None),
    ],
)
def test_a_stretch_from_or_to_today(read: Read, text: str, first: str, last: str | None) -> None:
    assert days(read, text, WEDNESDAY) == (first, last)


@pytest.mark.parametrize(
    ("text", "today", "first", "last"),
    [
        ("what is due from 12 to 15 March", "2018-02-05", "2018-03-12", "2018-03-15"),
        ("qué vence del 3 al 9 de julio", SATURDAY, "2017-07-03", "2017-07-09"),
        ("qué vence entre el 3 y el 9 de julio", SATURDAY, "2017-07-03", "2017-07-09"),
        ("what is due between 3 and 9 July", SATURDAY, "2017-07-03", "2017-07-09"),
        ("what is due July 3-9", SATURDAY, "2017-07-03", "2017-07-09"),
        ("7-8 de julio", SATURDAY, "2017-07-07", "2017-07-08"),
        ("7–8 July", SATURDAY, "2017-07-07", "2017-07-08"),
        ("qué hay el 30 y 31 de agosto", SATURDAY, "2017-08-30", "2017-08-31"),
        ("qué nos toca el 30 y 31", "2017-08-15", "2017-08-30", "2017-08-31"),
        ("what is due from July to September", SATURDAY, "2017-07-01", "2017-09-30"),
        ("qué vence de julio a septiembre", SATURDAY, "2017-07-01", "2017-09-30"),
        ("qué vence del 28 de diciembre al 3 de enero", "2017-12-20", "2017-12-28", "2018-01-03"),
    ],
)
def test_from_a_date_to_a_date(read: Read, text: str, today: str, first: str, last: str) -> None:
    assert days(read, text, today) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("qué vence en la primera quincena de julio", "2017-07-01", "2017-07-15"),
        ("qué vence en la segunda quincena de julio", "2017-07-16", "2017-07-31"),
        ("what is due in the second half of July", "2017-07-16", "2017-07-31"),
        ("first half of September what is due", "2017-09-01", "2017-09-15"),
        ("qué vence en la segunda mitad de septiembre", "2017-09-16", "2017-09-30"),
        ("qué vence esta quincena", "2017-07-01", "2017-07-15"),
        ("la próxima quincena qué vence", "2017-07-16", "2017-07-31"),
        ("qué vence en el segundo semestre", "2017-07-01", "2017-12-31"),
        ("what is due in the second semester of 2017", "2017-07-01", "2017-12-31"),
        ("due in Q3", "2017-07-01", "2017-09-30"),
        ("what is due in the third quarter of 2017", "2017-07-01", "2017-09-30"),
        ("qué vence la primera semana de diciembre", "2017-12-01", "2017-12-07"),
        ("what is due in the first week of December", "2017-12-01", "2017-12-07"),
    ],
)
def test_a_numbered_part(read: Read, text: str, first: str, last: str) -> None:
    assert days(read, text, WEDNESDAY) == (first, last)


@pytest.mark.parametrize(
    ("text", "earliest", "first", "last", "latest"),
    [
        ("qué vence a fin de mes", "2017-07-16", "2017-07-28", "2017-07-31", "2017-07-31"),
        ("what is due at the end of August", "2017-08-16", "2017-08-28", "2017-08-31", "2017-08-31"),
        ("a finales de agosto qué vence", "2017-08-16", "2017-08-28", "2017-08-31", "2017-08-31"),
        ("late August what is due", "2017-08-16", "2017-08-28", "2017-08-31", "2017-08-31"),
        ("qué vence a mediados de septiembre", "2017-09-08", "2017-09-14", "2017-09-16", "2017-09-22"),
        ("what is due in mid-September", "2017-09-08", "2017-09-14", "2017-09-16", "2017-09-22"),
        ("qué vence a principios de septiembre", "2017-09-01", "2017-09-01", "2017-09-05", "2017-09-15"),
        ("early September what is due", "2017-09-01", "2017-09-01", "2017-09-05", "2017-09-15"),
    ],
)
def test_a_vague_part(read: Read, text: str, earliest: str, first: str, last: str, latest: str) -> None:
    """It starts from ``earliest`` to ``first``, ends from ``last`` to ``latest``: nobody fixed more."""
    found = days(read, text, WEDNESDAY)
    assert found is not None
    assert found[0] is not None
    assert found[1] is not None
    assert earliest <= found[0] <= first
    assert last <= found[1] <= latest


@pytest.mark.parametrize(
    ("text", "today", "first", "last"),
    [
        ("qué debe Chile antes de la plenaria", SATURDAY, "2017-07-01", "2017-09-25"),
        ("what is due from Chile before the plenary", SATURDAY, "2017-07-01", "2017-09-25"),
        ("qué vence antes de la plenaria", "2018-01-01", "2018-01-01", "2018-05-07"),
        ("qué debe Chile antes de lo de Guadalajara", SATURDAY, "2017-07-01", "2017-12-03"),
        ("what is due after the plenary", SATURDAY, "2017-09-28", None),
    ],
)
def test_a_stretch_that_a_meeting_bounds(read: Read, text: str, today: str, first: str, last: str | None) -> None:
    """The plenary is the next one: Panama until it is over, then Montevideo."""
    assert days(read, text, today) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "how may I see what is due",
        "los 12 países de la CSM",
        "what is due from Chile?",
        "qué debe Chile por la mañana",
        "what did the 23 countries agree",
        "what do the 23 countries owe",
        "BER-7",
        "item 11 of Panama",
    ],
)
def test_what_is_no_date(read: Read, text: str) -> None:
    assert days(read, text, WEDNESDAY) is None


@pytest.mark.parametrize("today", [date(1990, 1, 1), date(2020, 2, 29), date(2100, 12, 31)])
@pytest.mark.parametrize("text", ["next year", "el año pasado", "in the next 400 days", "29 February", "el 31"])
def test_a_calendar_has_no_holes(read: Read, text: str, today: date) -> None:
    period = read(text, today.isoformat()).query.period
    assert period is None or period.first is None or period.last is None or period.first <= period.last


def test_that_a_year_was_not_named_is_remembered(read: Read) -> None:
    named, unnamed = (read(text).query.period for text in ("in September 2017", "in September"))
    assert named is not None
    assert unnamed is not None
    assert (named.any_year, unnamed.any_year) == (False, True)
