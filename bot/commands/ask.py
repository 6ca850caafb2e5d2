"""`acuerdos ask`: one question, or a batch of them."""

import os
import sys
from typing import BinaryIO

import click

from bot.batch import answer, answers, as_json
from bot.console import show
from bot.dialogue import Dialogue
from bot.opening import opened
from bot.options import Options, with_options


@click.command("ask", short_help="Answer one question, or a batch of them.")
@click.argument("question", nargs=-1)
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@click.option("--batch", type=click.File("rb"), metavar="FILE", help="Answer JSON lines (-: those piped in).")
@with_options
def command(options: Options, question: tuple[str, ...], as_object: bool, batch: BinaryIO | None) -> None:
    """Answer one QUESTION."""
    if bool(question) == (batch is not None):
        raise click.UsageError("Ask either a question or a --batch.")
    with opened(options) as parts:
        if batch is not None:
            for line in answers(batch, parts.conversation, options.clock, options.language):
                sys.stdout.write(f"{as_json(line)}\n")
                sys.stdout.flush()
            return
        dialogue = Dialogue(parts.conversation, options.clock, options.language)
        text = _as_typed(" ".join(question))
        if as_object:
            sys.stdout.write(f"{as_json(answer(dialogue, text))}\n")
        else:
            show(dialogue.say(text))


def _as_typed(argument: str) -> str:
    """An argument whose bytes the locale could not read, read as UTF-8."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        return os.fsencode(argument).decode("utf-8", "replace")
    return argument
