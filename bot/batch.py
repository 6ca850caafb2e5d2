"""Answers as JSON: one, or a line for each line of a batch."""

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any, Final, NoReturn, TypeAlias

from bot.clock import Clock, FixedDay, day_of
from bot.console import laid_out
from bot.dialogue import Dialogue
from handlers.conversation import Conversation

Answer: TypeAlias = Mapping[str, object]
"""What one line of output holds."""

_NO_QUESTION: Final = 'q: missing (the question, as in {"q": "…"})'


class LineError(Exception):
    """A line that is no question. The message says why; ``id`` is the line's own where it has one."""

    def __init__(self, what: str, id: object = None) -> None:  # noqa: A002 - the name of the field
        super().__init__(what)
        self.id = id


@dataclass(frozen=True, slots=True)
class _Asked:
    id: object
    text: str
    today: date
    after: tuple[str, ...]


def answers(
    lines: Iterable[bytes], conversation: Conversation, clock: Clock, chosen: str | None = None
) -> Iterator[Answer]:
    """An answer, or what is wrong, for each line; ``chosen`` is the language of all answers."""
    for line in lines:
        try:
            asked = _asked(line, clock)
        except LineError as error:
            yield {"id": error.id, "error": str(error)}
            continue
        try:
            dialogue = Dialogue(conversation, FixedDay(asked.today), chosen)
            for turn in asked.after:
                dialogue.say(turn)
            yield answer(dialogue, asked.text, asked.id)
        except Exception as error:  # a question that the bot fails at costs its own answer, not those of the others
            yield {"id": asked.id, "error": f"unexpected {type(error).__name__}: {error}"}


def answer(dialogue: Dialogue, text: str, id: object = None) -> Answer:  # noqa: A002 - the name of the field
    """The answer to the next turn of a dialogue, with the milliseconds that this turn took."""
    start = time.perf_counter()
    reply = dialogue.say(text)
    ms = (time.perf_counter() - start) * 1000
    return {
        "id": id,
        "language": reply.language,
        "intent": reply.intent.value,
        "records": list(reply.records),
        "also": list(reply.also),
        "answer": laid_out(reply),
        "ms": round(ms, 3),
    }


def as_json(found: Answer) -> str:
    """One line of JSON."""
    return json.dumps(found, ensure_ascii=False, allow_nan=False)


def _asked(line: bytes, clock: Clock) -> _Asked:
    try:
        content = json.loads(line.decode("utf-8-sig"), parse_float=_number, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise LineError(f"no UTF-8 (byte {error.start + 1})") from error
    except json.JSONDecodeError as error:
        raise LineError(f"no JSON: {error.msg} (character {error.pos + 1})") from error
    except (ValueError, RecursionError) as error:
        raise LineError("no JSON: a number or a nesting beyond all bounds") from error
    if not isinstance(content, dict):
        raise LineError("no JSON object")
    id_ = content.get("id")
    text, after = content.get("q"), content.get("after")
    if not isinstance(text, str):
        raise LineError("q: no text" if "q" in content else _NO_QUESTION, id_)
    if after is None:
        after = []
    if not isinstance(after, list) or not all(isinstance(turn, str) for turn in after):
        raise LineError("after: no list of texts", id_)
    return _Asked(id_, text, _today(content, id_, clock), tuple(after))


def _today(content: Mapping[str, Any], id_: object, clock: Clock) -> date:
    given = content.get("today")
    if given is None:
        return clock.today()
    try:
        return day_of(given if isinstance(given, str) else json.dumps(given))
    except ValueError as error:
        raise LineError(f"today: {error}", id_) from error


def _number(text: str) -> float:
    found = float(text)
    if not isfinite(found):
        _no_number(text)
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
