from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings import FILE, Settings, SettingsError, default_database, settings_from


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """Writes a settings file; gives the environment that names it."""

    def write(content: str) -> dict[str, str]:
        path = tmp_path / "settings.toml"
        path.write_bytes(content.encode("latin-1"))
        return {FILE: str(path)}

    return write


def test_nothing_needs_to_be_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_from({}) == settings_from({"ACUERDOS_DB": "", "TELEGRAM_BOT_TOKEN": ""})
    assert settings_from({}) == Settings(default_database())


def test_the_environment_comes_before_the_file(written: Callable[[str], dict[str, str]]) -> None:
    environment = written('ACUERDOS_DB = "/file.db"\nTELEGRAM_BOT_TOKEN = "1:a"')
    assert settings_from(environment) == Settings(Path("/file.db"), "1:a", Path(environment[FILE]))
    assert settings_from({**environment, "ACUERDOS_DB": "/environment.db"}).database == Path("/environment.db")


@pytest.mark.parametrize("text", [":memory:", "/", ".", "~nobody-at-all/a.db", "a\0b"])
def test_a_database_is_the_path_of_a_file(text: str) -> None:
    with pytest.raises(SettingsError, match=r"^ACUERDOS_DB: "):
        settings_from({"ACUERDOS_DB": text})


def test_a_file_with_the_name_of_a_memory_is_a_file() -> None:
    assert settings_from({"ACUERDOS_DB": "./:memory:"}).database == Path.cwd() / ":memory:"


def test_a_token_shows_nowhere() -> None:
    assert "1:secret" not in repr(Settings(Path("a.db"), token="1:secret"))  # noqa: S106 - an invented one


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("ACUERDOS_DB", "is no TOML"),
        ('ACUERDOS_DB = "caf\xe9"', "is no TOML"),
        ("ACUERDOS_DB = 1", "ACUERDOS_DB is no text in quotes"),
        ('ACUERDOS_BD = "a.db"', "unknown setting ACUERDOS_BD; one of ACUERDOS_DB, TELEGRAM_BOT_TOKEN"),
    ],
)
def test_a_bad_file_is_named(written: Callable[[str], dict[str, str]], content: str, error: str) -> None:
    with pytest.raises(SettingsError) as raised:
        settings_from(written(content))
    assert str(raised.value).startswith(f"{written(content)[FILE]}: {error}")


def test_a_file_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="is not there"):
        settings_from({FILE: str(tmp_path / "none.toml")})
    with pytest.raises(SettingsError, match="cannot be read"):
        settings_from({FILE: str(tmp_path)})
