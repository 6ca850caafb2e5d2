"""`acuerdos export`: all records, for other programs."""

import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from bot.assembly import Assembly
from bot.dialogue import FIRST_LANGUAGE
from bot.opening import opened
from bot.options import Options, with_options
from handlers.calendar_file import calendar_file
from handlers.commitment_table import rows
from handlers.export import everything


@click.command("export", short_help="Write all records as JSON, CSV or a calendar.")
@click.option("--format", "form", type=click.Choice(("json", "csv", "ics")), default="json", help="What to write.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="A file to write to.")
@with_options
def command(options: Options, form: str, output: Path | None) -> None:
    """Write all records: JSON, commitments as CSV, or a calendar."""
    with opened(options) as parts:
        content = _content(parts, form, options.language or FIRST_LANGUAGE)
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{output}: cannot be written ({error.strerror})") from error


def _content(parts: Assembly, form: str, language: str) -> bytes:
    match form:
        case "csv":
            table = io.StringIO(newline="")
            found = rows(parts.store.directory, parts.store.agreements, language, _shown)
            csv.writer(table, lineterminator="\n").writerows(found)
            return table.getvalue().encode()
        case "ics":
            return calendar_file(parts.store.directory, parts.store.agreements, language)
    content = everything(parts.store.directory, parts.store.agreements, _shown)
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def _shown(ids: Sequence[str]) -> Iterator[str]:
    """The identifiers one by one, with a bar on the error output where that is a terminal."""
    with click.progressbar(ids, label="Exporting", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield from bar
