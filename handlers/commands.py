"""The `/` commands of every channel: their words in each language, and the question that each stands for.

A language's words are messages of its catalog. A command of any language is understood in every chat.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from i18n import names
from i18n.catalog import languages, texts
from i18n.words import plain

_TYPED: Final = re.compile(r"/(\w+)(?:@\w+)?(?:\s(.*))?", re.DOTALL)
_STATE: Final = re.compile(r"[A-Za-z]{2}")


class Action(StrEnum):
    """What a channel does on a command: ask its question, or keep the language that it names as chosen and ask."""

    ASK = "ask"
    CHOOSE_LANGUAGE = "choose-language"


@dataclass(frozen=True, slots=True)
class Command:
    """A command in one language: its word, what a menu says of it, and the questions for it.

    ``ask`` is for the word alone, ``ask_about`` for what follows it (``{about}``).
    """

    word: str
    shows: str
    ask: str
    ask_about: str
    action: Action = Action.ASK


@dataclass(frozen=True, slots=True)
class Asked:
    """What a typed command asks: a question of its own, whatever was said before.

    ``chosen`` is the language that the chat is to keep from now on.
    """

    question: str
    language: str
    chosen: str | None = None


@cache
def commands(language: str) -> tuple[Command, ...]:
    """The commands with their words in a language, in the order of a menu."""
    t = texts(language)
    return (
        Command(
            t.pgettext("command", "due"),
            t.gettext("what is due, from all or from a party"),
            t.gettext("What is due?"),
            t.gettext("What is due from {about}?"),
        ),
        Command(
            t.pgettext("command", "meetings"),
            t.gettext("the meetings"),
            t.gettext("Which meetings are ahead?"),
            t.gettext("meetings {about}"),
        ),
        Command(
            t.pgettext("command", "agreement"),
            t.gettext("one agreement, such as BER-7"),
            t.gettext("Which agreements are there?"),
            t.gettext("agreement {about}"),
        ),
        Command(
            t.pgettext("command", "documents"),
            t.gettext("the documents"),
            t.gettext("Which documents are there?"),
            t.gettext("documents {about}"),
        ),
        Command(
            t.pgettext("command", "glossary"),
            t.gettext("what a term means"),
            t.gettext("What does this acronym mean?"),
            t.gettext("What is {about}?"),
        ),
        Command(
            t.pgettext("command", "language"),
            t.gettext("the language of the answers"),
            t.gettext("Which language do you speak?"),
            t.gettext("Which language do you speak?"),
            Action.CHOOSE_LANGUAGE,
        ),
        Command(
            t.pgettext("command", "help"),
            t.gettext("what can be asked"),
            t.gettext("help"),
            t.gettext("help"),
        ),
    )


def asked(text: str, language: str) -> Asked | None:
    """What a typed command asks; None for one that nobody knows. Words of ``language`` come before others'.

    What follows ``/language`` is a language's code or name in any language; another one is left out.
    """
    typed = _TYPED.fullmatch(text.strip())
    if typed is None:
        return None
    word, rest = plain(typed.group(1)), (typed.group(2) or "").strip()
    for own in sorted(languages(), key=lambda each: each != language):
        for command in commands(own):
            if word == plain(command.word):
                return _asked(command, rest, own)
    return None


def _asked(command: Command, rest: str, language: str) -> Asked:
    if not rest:
        return Asked(command.ask, language)
    if command.action is Action.CHOOSE_LANGUAGE:
        return Asked(command.ask, language, _language_named(rest))
    if _STATE.fullmatch(rest) and rest.upper() in names.states():
        rest = names.state(rest.upper(), language)
    return Asked(command.ask_about.format(about=rest), language)


def _language_named(name: str) -> str | None:
    """The code of a language that is given by its code, or by its name in any language."""
    for code in languages():
        if plain(name) in (code, *(plain(names.language_name(code, spoken)) for spoken in languages())):
            return code
    return None
