"""`acuerdos chat`: the conversation in a terminal, or line by line from a pipe."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot.console import show
from bot.dialogue import Dialogue
from bot.opening import opened
from bot.options import Options, with_options
from handlers.commands import commands
from i18n.catalog import Texts, languages, texts

_PROMPT = "> "


@click.command("chat", short_help="Talk in the terminal, or answer piped lines.")
@with_options
def command(options: Options) -> None:
    """Talk in the terminal; piped lines are answered one after the other."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    with opened(options) as parts:
        dialogue = Dialogue(parts.conversation, options.clock, options.language)
        if terminal:
            click.secho(_welcome(texts(dialogue.language)), dim=True)
        for number, line in enumerate(_typed(options.settings.database) if terminal else _piped()):
            if line.startswith("/") and line[1:].casefold() in quit_words():
                return
            if number and not terminal:
                click.echo()
            show(dialogue.say(line))
            if terminal:
                click.echo()


def _welcome(t: Texts) -> str:
    return t.gettext("Ask in your own words. /{help} says what can be asked, /{quit} leaves.").format(
        help=t.pgettext("command", "help"), quit=_quit(t)
    )


def _quit(t: Texts) -> str:
    return t.pgettext("command", "quit")


def quit_words() -> set[str]:
    """The words that end a conversation here; no other channel has an end."""
    return {_quit(texts(language)) for language in languages()}


def _piped() -> Iterator[str]:
    """What is piped in, without empty lines, each as soon as it is there."""
    for line in sys.stdin:
        if line.strip():
            yield line.strip()


def _typed(database: Path) -> Iterator[str]:
    """What is typed at the prompt, until the input ends."""
    words = [f"/{command.word}" for language in languages() for command in commands(language)]
    words += [f"/{word}" for word in quit_words()]
    session: PromptSession[str] = PromptSession(
        _PROMPT, history=_history(database), completer=WordCompleter(sorted(set(words)), sentence=True)
    )
    while True:
        try:
            line = session.prompt().strip()
        except EOFError:
            return
        if line:
            yield line


def _history(database: Path) -> History:
    """What was typed before, kept beside the store for its owner only; in memory where it cannot be."""
    file = database.with_name(f"{database.name}-history")
    try:
        file.touch(mode=0o600)
        file.chmod(0o600)
        with file.open("a+b"):
            return FileHistory(str(file))
    except OSError:
        return InMemoryHistory()
