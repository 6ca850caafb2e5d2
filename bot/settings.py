"""Where this installation keeps its things: from the environment, else from the settings file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from platformdirs import user_config_path, user_data_path

APPLICATION: Final = "acuerdos"
FILE: Final = "ACUERDOS_SETTINGS"
"""The variable that names another settings file."""

_DATABASE: Final = "ACUERDOS_DB"
_TOKEN: Final = "TELEGRAM_BOT_TOKEN"  # noqa: S105 - the name of a variable
_MEMORY: Final = ":memory:"
NAMES: Final = (_DATABASE, _TOKEN)
"""What may be set, under the same names in the environment and in the file."""


class SettingsError(Exception):
    """The settings file cannot be used. The message is one line that names it and says why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator has set. ``file`` is the settings file that was read, None where there is none."""

    database: Path
    token: str | None = field(default=None, repr=False)
    file: Path | None = None


def settings_from(environment: Mapping[str, str]) -> Settings:
    """The settings of an environment and of the file that goes with it; an empty value counts as none.

    Raises SettingsError for a file that cannot be read or holds anything but our names with words as values, and for
    a database that is no path.
    """
    named = environment.get(FILE)
    path = Path(named) if named else user_config_path(APPLICATION, appauthor=False) / "settings.toml"
    written = _written(path, needed=bool(named))
    values = {**(written or {}), **{name: environment[name] for name in NAMES if environment.get(name)}}
    try:
        database = database_at(values[_DATABASE]) if values.get(_DATABASE) else default_database()
    except ValueError as error:
        raise SettingsError(f"{_DATABASE}: {error}") from error
    return Settings(
        database=database,
        token=values.get(_TOKEN) or None,
        file=None if written is None else path,
    )


def database_at(text: str) -> Path:
    """The path of a database as somebody wrote it, with ``~`` for a home folder; ValueError for what is none."""
    if text == _MEMORY:
        raise ValueError(f"{text!r} is no path: a database in memory is gone after each command")
    try:
        path = Path(text).expanduser()
    except RuntimeError as error:
        raise ValueError(f"{text!r}: there is no such home folder") from error
    if not path.name or "\0" in text:
        raise ValueError(f"{text!r} is no path of a file")
    # Also where a file is called so: SQLite would take its bare name for a database in memory.
    return Path.cwd() / path if str(path) == _MEMORY else path


def default_database() -> Path:
    """The database in the platform's user data folder."""
    return user_data_path(APPLICATION, appauthor=False) / "acuerdos.db"


def _written(path: Path, *, needed: bool) -> dict[str, str] | None:
    """What a settings file says; None where it is absent and need not be there."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        if needed:
            raise SettingsError(f"{path}: is not there") from error
        return None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:  # no TOML, or no UTF-8
        raise SettingsError(f"{path}: is no TOML ({error})") from error
    for name, value in values.items():
        if name not in NAMES:
            raise SettingsError(f"{path}: unknown setting {name}; one of {', '.join(NAMES)}")
        if not isinstance(value, str):
            raise SettingsError(f"{path}: {name} is no text in quotes")
    return values
