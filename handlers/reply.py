"""An answer without a channel: lines, choices, attachments. Each channel in ``bot/`` gives it its form."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.understanding.reading import Intent


class Style(StrEnum):
    """What a line is, for channels that can show it."""

    LEAD = "lead"
    HEADING = "heading"
    ITEM = "item"
    TEXT = "text"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer; ``sources`` are the identifiers that it rests on, shown behind it.

    ``earlier`` are those that said the same before, the latest first.
    """

    style: Style
    text: str
    sources: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to tap: ``label`` is shown, ``ask`` is the question that it stands for."""

    label: str
    ask: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with an answer."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. ``records`` answer the question, over all pages and in order; ``also`` are shown besides."""

    intent: Intent
    language: str
    lines: tuple[Line, ...]
    records: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    attachments: tuple[Attachment, ...] = ()
