"""A reply as text for a terminal, and plain for a pipe."""

import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import click

from handlers.reply import Choice, Line, Reply, Style
from i18n.catalog import texts

PLAIN_WIDTH: Final = 80

_BULLET: Final = "• "
_ARROW: Final = "→ "
_INDENT: Final = "  "
_SHOWN: Final[Mapping[Style, Callable[[str], str]]] = {
    Style.LEAD: partial(click.style, bold=True, fg="cyan"),
    Style.HEADING: partial(click.style, bold=True),
    Style.NOTE: partial(click.style, dim=True),
}


def show(reply: Reply) -> None:
    """Print a reply: for a terminal in its width (or ``COLUMNS``) and in colour, unless NO_COLOR is set; else plain."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal or os.environ.get("COLUMNS") else PLAIN_WIDTH
    sys.stdout.write(f"{laid_out(reply, width, colour=terminal and not os.environ.get('NO_COLOR'))}\n")
    sys.stdout.flush()


def laid_out(reply: Reply, width: int | None = None, *, colour: bool = False) -> str:
    """The text of a reply, wrapped at ``width`` (None: not at all)."""
    blocks: list[str] = []
    for line in reply.lines:
        text = _wrapped(_text(line, reply.language), _BULLET if line.style is Style.ITEM else "", width)
        blocks.append(_SHOWN[line.style](text) if colour and line.style in _SHOWN else text)
    if reply.choices:
        offered = " · ".join(_offered(choice) for choice in reply.choices)
        text = _wrapped(offered, _ARROW, width)
        blocks.append(click.style(text, fg="cyan") if colour else text)
    return "\n".join(blocks)


def _text(line: Line, language: str) -> str:
    if not line.sources:
        return line.text
    sources = ", ".join(line.sources)
    if line.earlier:
        # Translators: behind a source, in brackets: "BER-6, earlier PAN-11".
        form = texts(language).gettext("{sources}, earlier {earlier}")
        sources = form.format(sources=sources, earlier=", ".join(line.earlier))
    return f"{line.text} {sources}" if line.text.endswith(":") else f"{line.text} ({sources})"


def _offered(choice: Choice) -> str:
    """What can be typed, and the label where that says more."""
    if choice.label.casefold() in choice.ask.casefold():
        return choice.ask
    return f"{choice.ask} ({choice.label})"


def _wrapped(text: str, start: str, width: int | None) -> str:
    # Only what can be seen: a record or a question may hold what a terminal takes for an order.
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    if width is None:
        return start + text
    lines = textwrap.wrap(
        text,
        max(width, 2 * len(_INDENT) + 1),
        initial_indent=start,
        subsequent_indent=_INDENT if start else "",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)
