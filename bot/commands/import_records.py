"""`acuerdos import`: records that the secretariat wrote, from YAML files into the store."""

from collections.abc import Sequence
from pathlib import Path

import click

from bot.opening import opened
from bot.options import FAILED, Options, with_options
from data.shipped import RecordsInvalid, load_records

_SUFFIXES = (".yaml", ".yml")
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import", short_help="Put records from YAML files into the store.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=_FILE)
@with_options
def command(options: Options, files: Sequence[Path]) -> None:
    """Put the records of YAML files into the store: all of them, or none where one has a mistake."""
    for file in files:
        if file.suffix.lower() not in _SUFFIXES:
            raise click.UsageError(f"{file}: only records in YAML files ({', '.join(_SUFFIXES)}) are read.")
    with opened(options) as parts:
        try:
            merged = parts.take_in(load_records(files, parts.known))
        except RecordsInvalid as invalid:
            for mistake in invalid.errors:
                click.echo(f"acuerdos: {' '.join(str(mistake).split())}", err=True)
            raise click.exceptions.Exit(FAILED) from invalid
        except OSError as error:
            raise click.ClickException(f"{error.filename}: cannot be read ({error.strerror})") from error
    for what, ids in (("added", merged.added), ("updated", merged.updated), ("kept", merged.kept)):
        if ids:
            click.echo(f"{what}: {', '.join(ids)}")
    if not merged.added and not merged.updated:
        click.echo("nothing new: the store has these records already")
