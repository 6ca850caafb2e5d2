"""`acuerdos check`: whether the settings and the database are in order."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass

import click
from tabulate import tabulate

from bot.options import FAILED, Options, with_options
from bot.settings import Settings
from data.agreements import Agreements
from data.connection import StoreError, connect
from data.directory import Directory
from data.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    value: str | int
    sound: bool = True


@click.command("check")
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@with_options
def command(options: Options, as_object: bool) -> None:
    """Look at the settings and the database; the exit status is 0 where all is in order."""
    found = findings(options.settings)
    sound = all(each.sound for each in found)
    if as_object:
        sys.stdout.write(f"{json.dumps(_object(found, sound), ensure_ascii=False)}\n")
    else:
        rows = [("ok" if each.sound else "WRONG", each.name, each.value) for each in found]
        sys.stdout.write(f"{tabulate(rows, tablefmt='plain', disable_numparse=True)}\n")
    if not sound:
        raise click.exceptions.Exit(FAILED)


def findings(settings: Settings) -> list[Finding]:
    """What there is to say, the database last; a database that is not there yet is no fault and is not made."""
    return [
        Finding("settings file", str(settings.file) if settings.file else "none"),
        Finding("token", "set" if settings.token else "not set"),
        Finding("database", str(settings.database)),
        *_database(settings),
    ]


def _database(settings: Settings) -> list[Finding]:
    path = settings.database
    if not path.exists():
        return [Finding("state", "not there yet; made at the first question")]
    try:
        db = connect(path, check=True)
    except StoreError as error:
        return [Finding("state", str(error).removeprefix(f"{path}: "), sound=False)]
    try:
        directory, agreements = Directory(db), Agreements(db)
        counts: Mapping[str, int] = {
            "documents": len(directory.documents),
            "agreements": sum(len(agreements.ids_of(document)) for document in directory.documents),
            "meetings": len(directory.meetings),
            "parties": len(directory.parties),
            "terms": len(directory.terms),
            "discrepancies": len(directory.discrepancies),
        }
    except Exception as error:  # what is damaged where SQLite's check does not look
        return [Finding("state", f"cannot be read ({error})", sound=False)]
    finally:
        db.close()
    return [
        Finding("state", "sound"),
        Finding("schema", SCHEMA),
        *(Finding(name, count) for name, count in counts.items()),
    ]


def _object(found: list[Finding], sound: bool) -> Mapping[str, object]:
    return {"ok": sound, **{each.name.replace(" ", "_"): each.value for each in found}}
