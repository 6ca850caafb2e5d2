from datetime import date

import pytest

from i18n import dates
from i18n.catalog import languages

TODAY = date(2017, 7, 1)


@pytest.mark.parametrize(
    ("days", "en", "es"),
    [
        (0, "today", "hoy"),
        (1, "tomorrow", "mañana"),
        (-1, "yesterday", "ayer"),
        (2, "in 2 days", "en 2 días"),
        (6, "in 6 days", "en 6 días"),
        (9, "in 9 days", "en 9 días"),
        (14, "in 14 days", "en 14 días"),
        (26, "in 26 days", "en 26 días"),
        (69, "in 69 days", "en 69 días"),
        (-2, "2 days ago", "hace 2 días"),
        (-6, "6 days ago", "hace 6 días"),
        (-9, "9 days ago", "hace 9 días"),
        (-14, "14 days ago", "hace 14 días"),
        (-26, "26 days ago", "hace 26 días"),
        (-69, "69 days ago", "hace 69 días"),
        (-3420, "3420 days ago", "hace 3420 días"),
    ],
)
def test_relative_counts_days_exactly(days: int, en: str, es: str) -> None:
    assert (dates.relative(days, "en"), dates.relative(days, "es")) == (en, es)


@pytest.mark.parametrize(
    ("days", "en", "es"),
    [
        (1, "1 day late", "1 día de atraso"),
        (9, "9 days late", "9 días de atraso"),
        (69, "69 days late", "69 días de atraso"),
    ],
)
def test_late(days: int, en: str, es: str) -> None:
    assert (dates.late(days, "en"), dates.late(days, "es")) == (en, es)


@pytest.mark.parametrize(
    ("day", "en", "es"),
    [
        (date(2017, 7, 7), "7 July", "7 de julio"),
        (date(2017, 9, 1), "1 September", "1 de septiembre"),
        (date(2018, 5, 8), "8 May 2018", "8 de mayo de 2018"),
        (date(2016, 2, 29), "29 February 2016", "29 de febrero de 2016"),
    ],
)
def test_day_has_the_year_only_if_it_is_another(day: date, en: str, es: str) -> None:
    assert (dates.day(day, "en", TODAY), dates.day(day, "es", TODAY)) == (en, es)


def test_leap_day_of_this_year() -> None:
    today = date(2020, 1, 1)
    assert dates.day(date(2020, 2, 29), "es", today) == "29 de febrero"
    assert dates.days(date(2020, 2, 29), date(2020, 3, 1), "en", today) == "29 February – 1 March"


@pytest.mark.parametrize(
    ("first", "last", "en", "es"),
    [
        (date(2017, 7, 7), date(2017, 7, 7), "7 July", "7 de julio"),
        (date(2017, 7, 7), date(2017, 7, 8), "7–8 July", "7–8 de julio"),
        (date(2018, 5, 8), date(2018, 5, 9), "8–9 May 2018", "8–9 de mayo de 2018"),
        (date(2017, 8, 30), date(2017, 9, 2), "30 August – 2 September", "30 de agosto – 2 de septiembre"),
        (
            date(2018, 8, 30),
            date(2018, 9, 2),
            "30 August – 2 September 2018",
            "30 de agosto – 2 de septiembre de 2018",
        ),
        (
            date(2017, 12, 30),
            date(2018, 1, 2),
            "30 December 2017 – 2 January 2018",
            "30 de diciembre de 2017 – 2 de enero de 2018",
        ),
        # The same month of two years is no range inside a month.
        (date(2017, 7, 7), date(2018, 7, 8), "7 July 2017 – 8 July 2018", "7 de julio de 2017 – 8 de julio de 2018"),
    ],
)
def test_days(first: date, last: date, en: str, es: str) -> None:
    assert (dates.days(first, last, "en", TODAY), dates.days(first, last, "es", TODAY)) == (en, es)


@pytest.mark.parametrize(
    ("first", "last", "en", "es"),
    [
        (date(2017, 7, 3), date(2017, 7, 9), "week of 3–9 July", "semana del 3 al 9 de julio"),
        (date(2018, 5, 7), date(2018, 5, 13), "week of 7–13 May 2018", "semana del 7 al 13 de mayo de 2018"),
        (
            date(2017, 7, 31),
            date(2017, 8, 6),
            "week of 31 July – 6 August",
            "semana del 31 de julio al 6 de agosto",
        ),
        (
            date(2018, 12, 31),
            date(2019, 1, 6),
            "week of 31 December 2018 – 6 January 2019",
            "semana del 31 de diciembre de 2018 al 6 de enero de 2019",
        ),
    ],
)
def test_week(first: date, last: date, en: str, es: str) -> None:
    assert (dates.week(first, last, "en", TODAY), dates.week(first, last, "es", TODAY)) == (en, es)


def test_month_has_the_year_only_if_it_is_another() -> None:
    november = date(2017, 11, 1)
    assert [dates.month(november, language, date(2018, 1, 1)) for language in ("en", "es")] == [
        "November 2017",
        "noviembre de 2017",
    ]
    assert [dates.month(november, language, TODAY) for language in ("en", "es")] == ["November", "noviembre"]


def test_weekday() -> None:
    assert [dates.weekday(date(2017, 7, 7), language) for language in ("en", "es")] == ["Friday", "viernes"]


@pytest.mark.parametrize("language", languages())
def test_spaces_are_plain(language: str) -> None:
    texts = [
        dates.days(date(2017, 8, 30), date(2018, 9, 2), language, TODAY),
        dates.week(date(2017, 7, 31), date(2017, 8, 6), language, TODAY),
        dates.relative(6, language),
    ]
    assert [text for text in texts if set(text) & set("\u00a0\u2009\u202f")] == []
