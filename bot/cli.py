"""The command group, and how the program ends."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

import click

from bot.options import FAILED, common_options
from bot.settings import SettingsError
from bot.streams import StreamError, give_up_output, open_streams
from data.store_file import StoreError

COMMANDS: Final = {
    "ask": "bot.commands.ask",
    "chat": "bot.commands.chat",
    "check": "bot.commands.check",
    "export": "bot.commands.export",
    "import": "bot.commands.import_records",
}
"""Each command's module, loaded when it is used: nobody waits for what another command needs."""

INTERRUPTED: Final = 130


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


@click.group(cls=_Commands, no_args_is_help=False)
@click.version_option(package_name="acuerdos-bot", message="%(version)s")
@common_options
def acuerdos() -> None:
    """Answers questions about the agreements of the RCM and the SACM, in Spanish and English."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit status: 0, 1 (failed), 2 (misused), 130 (interrupted).

    What is wrong is one line on the error output.
    """
    open_streams()
    try:
        status = _status(arguments)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        give_up_output()
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has gone: nothing is left to say.
        give_up_output()
        return FAILED
    except StreamError as error:
        give_up_output()
        return _told(str(error), FAILED)
    return status


def _status(arguments: Sequence[str]) -> int:
    try:
        status = acuerdos.main(list(arguments), prog_name="acuerdos", standalone_mode=False)
    except click.ClickException as error:
        return _told(error.format_message(), error.exit_code)
    except (SettingsError, StoreError) as error:
        return _told(str(error), FAILED)
    except (click.Abort, BrokenPipeError, StreamError):
        raise
    except Exception as error:  # the last resort, for a store that is damaged where no check looks
        if os.environ.get("ACUERDOS_TRACEBACK"):
            raise
        return _told(f"unexpected {type(error).__name__}: {error} (ACUERDOS_TRACEBACK=1 shows where)", FAILED)
    return status if isinstance(status, int) else 0


def _told(what: str, status: int) -> int:
    click.echo(f"acuerdos: {' '.join(what.split())}", err=True)
    return status
