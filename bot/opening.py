"""Opening the store for a command."""

import click

from bot.assembly import Assembly
from bot.options import Options


def opened(options: Options) -> Assembly:
    """The parts on the chosen store, brought to this release's records.

    Where a new release differs from what the secretariat edited, and where it withdrew records, the error output says
    so: that happens once, and in silence nobody would look.
    """
    parts = Assembly(options.settings.database)
    if parts.filled:
        for what, ids in (
            ("kept as edited here, though this release differs", parts.filled.kept),
            ("withdrawn by this release", parts.filled.withdrawn),
        ):
            if ids:
                click.echo(f"acuerdos: {what}: {', '.join(ids)}", err=True)
    return parts
