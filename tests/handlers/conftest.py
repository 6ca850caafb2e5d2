"""The conversation on the shipped records, and how tests talk to it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

import pytest

from data.connection import connect
from data.filling import fill
from data.store import Store
from handlers.conversation import Conversation
from handlers.question import Question, Sender
from handlers.reply import Reply
from handlers.understanding.reading import Reading
from handlers.understanding.thread import Context
from i18n.lexicon import lexicon, version


class Ask(Protocol):
    """The reply to the last of some turns of one chat."""

    def __call__(
        self,
        text: str,
        today: str = ...,
        *after: str,
        chosen: str | None = ...,
        fallback: str = ...,
        party: str | None = ...,
    ) -> Reply: ...  # fmt: skip


class Read(Protocol):
    """What is understood of a text, read as ``language`` where its own does not show."""

    def __call__(self, text: str, today: str = ..., language: str = ...) -> Reading: ...


DAY = "2017-07-01"
"""The day that counts as today where a test does not say."""


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    db = connect(":memory:")
    fill(db, _terms_of, version())
    yield Store.of(db)
    db.close()


def _terms_of(text: str, language: str) -> Sequence[str]:
    return lexicon(language).terms(text)


@pytest.fixture(scope="session")
def conversation(store: Store) -> Conversation:
    return Conversation(store)


@pytest.fixture(scope="session")
def ask(conversation: Conversation) -> Ask:
    def asked(
        text: str,
        today: str = DAY,
        *after: str,
        chosen: str | None = None,
        fallback: str = "es",
        party: str | None = None,
    ) -> Reply:
        def turn(typed: str) -> Question:
            return Question(typed, date.fromisoformat(today), Sender(party=party), chosen, fallback)

        context: Context | None = None
        for before in after:
            _, context = conversation.answer(turn(before), context)
        return conversation.answer(turn(text), context)[0]

    return asked


@pytest.fixture(scope="session")
def read(conversation: Conversation) -> Read:
    def understood(text: str, today: str = DAY, language: str = "es") -> Reading:
        return conversation.read(text, Question(text, date.fromisoformat(today), fallback=language))

    return understood
