"""Dates in words, by CLDR's conventions; catalog messages only where CLDR (as Babel ships it) has none.

``today`` is passed in: a year is written unless it is today's.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import DateTimePattern, format_timedelta, parse_pattern

from i18n.catalog import locale, texts


@dataclass(frozen=True, slots=True)
class _Forms:
    locale: Locale
    day: DateTimePattern
    day_of_year: DateTimePattern
    month: DateTimePattern
    month_of_year: DateTimePattern
    between: str


@cache
def _forms(language: str) -> _Forms:
    own = locale(language)
    skeletons = own.datetime_skeletons
    return _Forms(
        locale=own,
        day=skeletons["MMMMd"],
        day_of_year=own.date_formats["long"],
        month=parse_pattern("LLLL"),
        month_of_year=skeletons["yMMMM"],
        between=own.interval_formats[None].replace("\u2009", " "),  # thin spaces break searches and terminals
    )


def day(d: date, language: str, today: date | None = None) -> str:
    """``7 July``, ``7 de julio``; ``7 July 2017`` in another year than that of ``today``, or without it."""
    forms = _forms(language)
    return (forms.day if today and d.year == today.year else forms.day_of_year).apply(d, forms.locale)


def days(first: date, last: date, language: str, today: date) -> str:
    """``7–8 July``, ``30 August – 2 September``; a single day where both are the same."""
    if first == last:
        return day(first, language, today)
    start, end = _ends(first, last, language, today)
    if _share_month(first, last):
        return texts(language).pgettext("days of one month", "{first}–{last}").format(first=start, last=end)
    return _forms(language).between.format(start, end)


def week(first: date, last: date, language: str, today: date) -> str:
    """``week of 3–9 July``, ``semana del 3 al 9 de julio``."""
    start, end = _ends(first, last, language, today)
    t = texts(language)
    # Translators: {first} is a number inside a month ("3"), {last} a date ("9 July").
    inside_month = t.gettext("week of {first}–{last}")
    # Translators: both are dates ("30 July", "5 August").
    over_months = t.gettext("week of {first} – {last}")
    return (inside_month if _share_month(first, last) else over_months).format(first=start, last=end)


def month(d: date, language: str, today: date | None = None) -> str:
    """``November``, ``noviembre``; ``November 2017`` in another year than that of ``today``, or without it."""
    forms = _forms(language)
    return (forms.month if today and d.year == today.year else forms.month_of_year).apply(d, forms.locale)


def weekday(d: date, language: str) -> str:
    """``Friday``, ``viernes``."""
    return str(locale(language).days["stand-alone"]["wide"][d.weekday()])


def relative(days: int, language: str) -> str:
    """Where a day lies seen from today: ``today``, ``tomorrow``, ``in 6 days``, ``9 days ago``; always in days."""
    t = texts(language)
    match days:
        case 0:
            return t.gettext("today")
        case 1:
            return t.gettext("tomorrow")
        case -1:
            return t.gettext("yesterday")
    regional, length = _relative_form(language)
    return format_timedelta(
        timedelta(days), granularity="day", threshold=10**6, add_direction=True, format=length, locale=regional
    )


@cache
def _relative_form(language: str) -> tuple[Locale, Literal["long", "short"]]:
    if language == "es":  # es_419 has only "dentro de 6 días"; the "en 6 días" that people write is es_MX's short form
        return Locale.parse("es_MX"), "short"
    return locale(language), "long"


def late(days: int, language: str) -> str:
    """``1 day late``, ``9 días de atraso``."""
    return texts(language).ngettext("{days} day late", "{days} days late", days).format(days=days)


def _share_month(first: date, last: date) -> bool:
    return (first.year, first.month) == (last.year, last.month)


def _ends(first: date, last: date, language: str, today: date) -> tuple[str, str]:
    """Both ends of a range: what they share stands at the last one; over New Year both carry their year."""
    forms = _forms(language)
    if first.year != last.year:
        return forms.day_of_year.apply(first, forms.locale), forms.day_of_year.apply(last, forms.locale)
    start = str(first.day) if _share_month(first, last) else forms.day.apply(first, forms.locale)
    return start, day(last, language, today)
