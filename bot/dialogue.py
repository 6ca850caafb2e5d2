"""One chat in the terminal: its turns lean on each other, and it may choose a language."""

from datetime import date
from typing import Final

from bot.clock import Clock, FixedDay
from handlers import commands
from handlers.conversation import Conversation
from handlers.question import Question
from handlers.reply import Reply
from handlers.understanding.reading import Intent
from handlers.understanding.thread import Context

FIRST_LANGUAGE: Final = "es"
"""What a terminal speaks before anybody has typed anything."""

_ASIDE: Final = (Intent.HELP, Intent.LANGUAGE)
# Commands that leave the thread where it was.


class Dialogue:
    """The turns of one chat; ``chosen`` is its language where one was chosen.

    The clock is asked at every turn: a chat may be left open over midnight. A date in its place is every turn's day.
    """

    def __init__(self, conversation: Conversation, clock: Clock | date, chosen: str | None = None) -> None:
        self._conversation = conversation
        # A date has a today() too, which is the machine's.
        self._clock = FixedDay(clock) if isinstance(clock, date) else clock
        self._chosen = chosen
        self._context: Context | None = None

    @property
    def language(self) -> str:
        """The language of what comes next, as far as it is known."""
        return self._chosen or (self._context.language if self._context else None) or FIRST_LANGUAGE

    def say(self, text: str) -> Reply:
        """The reply to the next turn: a question, or a `/` command, which asks for itself whatever came before."""
        today = self._clock.today()
        asked = commands.asked(text, self.language)
        if asked is None:
            question = Question(text, today, chosen=self._chosen, fallback=FIRST_LANGUAGE)
            reply, self._context = self._conversation.answer(question, self._context)
            return reply
        self._chosen = asked.chosen or self._chosen
        question = Question(asked.question, today, chosen=self._chosen, fallback=asked.language)
        reply, context = self._conversation.answer(question)
        if reply.intent not in _ASIDE:
            self._context = context
        return reply
