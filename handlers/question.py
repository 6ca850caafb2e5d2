"""A question as it comes in: the words, the day, and who asks where."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ChatKind(StrEnum):
    """Where a question was asked."""

    PRIVATE = "private"
    GROUP = "group"
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who asks, filled by the channel. ``party`` is the party whose delegate they are, where that is known."""

    chat: str = "terminal"
    kind: ChatKind = ChatKind.TERMINAL
    person: str | None = None
    topic: int | None = None
    administers: bool = False
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """``chosen`` is the language that the chat has chosen; ``fallback`` the one its channel suggests."""

    text: str
    today: date
    sender: Sender = Sender()
    chosen: str | None = None
    fallback: str = "es"
