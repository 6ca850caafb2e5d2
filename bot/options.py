"""The options that every command has, before the command or after it, and what follows from them."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec

import click

from bot.clock import Clock, FixedDay, SystemClock, day_of
from bot.settings import Settings, database_at, settings_from
from i18n.catalog import languages

FAILED: Final = 1
"""The exit status where the command line was right and the work was not done."""

_P = ParamSpec("_P")
_DB: Final = "acuerdos.db"
_LANG: Final = "acuerdos.lang"
_TODAY: Final = "acuerdos.today"


@dataclass(frozen=True, slots=True)
class Options:
    """What a command is to work with. ``language`` is the chosen one, None where none was chosen."""

    settings: Settings
    clock: Clock
    language: str | None


class _Day(click.ParamType[date]):
    """A day as ``2017-07-01``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's signature
        try:
            return day_of(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class _Database(click.ParamType[Path]):
    """The path of a database, which need not exist."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401 - click's signature
        try:
            return database_at(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def common_options(function: Callable[..., None]) -> Callable[..., None]:
    """Accept ``--db``, ``--lang`` and ``--today``, and keep them for `with_options`; the last one given counts."""
    for key, flag, kind, metavar, text in (
        (_TODAY, "--today", _Day(), "YYYY-MM-DD", "The day that counts as today."),
        (_LANG, "--lang", click.Choice(languages()), None, "The language of the answers."),
        (_DB, "--db", _Database(), "PATH", "The database."),
    ):
        function = click.option(
            flag, type=kind, metavar=metavar, help=text, expose_value=False, callback=_keeping(key)
        )(function)
    return function


def with_options(function: Callable[Concatenate[Options, _P], None]) -> Callable[..., None]:
    """Give a command the common options as its first argument.

    Raises SettingsError when the command is called with unusable settings.
    """

    @common_options
    @wraps(function)
    def called(*args: _P.args, **kwargs: _P.kwargs) -> None:
        function(_options(click.get_current_context()), *args, **kwargs)

    return called


def _keeping(key: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def keep(ctx: click.Context, _: click.Parameter, value: object) -> None:
        if value is not None:
            ctx.meta[key] = value  # shared by the group's context and the command's

    return keep


def _options(ctx: click.Context) -> Options:
    given = ctx.meta
    settings = settings_from(os.environ)
    return Options(
        settings=replace(settings, database=given[_DB]) if _DB in given else settings,
        clock=FixedDay(given[_TODAY]) if _TODAY in given else SystemClock(),
        language=given.get(_LANG),
    )
