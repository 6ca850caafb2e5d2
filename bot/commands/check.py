"""`acuerdos check`: whether the settings and the database are in order."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass

import click
from tabulate import tabulate

from bot.assembly import Assembly, NoStoreError
from bot.options import FAILED, Options, with_options
from bot.settings import Settings
from data.schema import SCHEMA
from data.store_file import StoreError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``value`` is None where there is none, and true or false where it may not show."""

    name: str
    value: str | int | None
    sound: bool = True


@click.command("check", short_help="Look at the settings and the database.")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@with_options
def command(options: Options, as_object: bool) -> None:
    """Look at the settings and the database; the exit status is 0 where all is in order."""
    found = findings(options.settings)
    sound = all(each.sound for each in found)
    if as_object:
        sys.stdout.write(f"{json.dumps(_object(found, sound), ensure_ascii=False)}\n")
    else:
        rows = [("ok" if each.sound else "WRONG", each.name, _shown(each.value)) for each in found]
        sys.stdout.write(f"{tabulate(rows, tablefmt='plain', disable_numparse=True)}\n")
    if not sound:
        raise click.exceptions.Exit(FAILED)


def findings(settings: Settings) -> list[Finding]:
    """What there is to say, the database last; a database that is not there yet is no fault and is not made."""
    return [
        Finding("settings file", str(settings.file) if settings.file else None),
        Finding("token", bool(settings.token)),
        Finding("database", str(settings.database)),
        *_database(settings),
    ]


def _database(settings: Settings) -> list[Finding]:
    path = settings.database
    try:
        with Assembly(path, read_only=True) as parts:
            directory, agreements = parts.store.directory, parts.store.agreements
            counts: Mapping[str, int] = {
                "documents": len(directory.documents),
                "agreements": sum(len(agreements.ids_of(document)) for document in directory.documents),
                "meetings": len(directory.meetings),
                "parties": len(directory.parties),
                "terms": len(directory.terms),
                "discrepancies": len(directory.discrepancies),
            }
    except NoStoreError:
        return [Finding("state", "not there yet; made at the first question")]
    except StoreError as error:
        return [Finding("state", str(error).removeprefix(f"{path}: "), sound=False)]
    except Exception as error:  # what is damaged where SQLite's check does not look
        return [Finding("state", f"cannot be read ({error})", sound=False)]
    return [
        Finding("state", "sound"),
        Finding("schema", SCHEMA),
        *(Finding(name, count) for name, count in counts.items()),
    ]


def _shown(value: str | int | None) -> str | int:
    if isinstance(value, bool):
        return "set" if value else "not set"
    return "none" if value is None else value


def _object(found: list[Finding], sound: bool) -> Mapping[str, object]:
    return {"ok": sound, **{each.name.replace(" ", "_"): each.value for each in found}}
