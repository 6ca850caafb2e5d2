"""How the values of a record stand in a column: localised words as JSON, days as ISO 8601."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from data.model import Certainty, Due, DueKind, Names, Precision, Text

DUE_COLUMNS = ("due_kind", "due_start", "due_end", "due_event", "due_every", "due_precision", "due_certainty")
"""The columns of ``commitment`` that hold its due, in the order of `due_values` and `due_from`."""


def to_json(value: object) -> str:
    """One spelling for equal values, so that stored text can be compared."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_json_or_null(value: object | None) -> str | None:
    """As `to_json`; None stays None."""
    return None if value is None else to_json(value)


def to_text(stored: str) -> Text:
    """Words by language."""
    words: dict[str, str] = json.loads(stored)
    return words


def to_text_or_none(stored: str | None) -> Text | None:
    """As `to_text`; None stays None."""
    return None if stored is None else to_text(stored)


def to_names(stored: str) -> Names:
    """Names by language, in their order."""
    return {language: tuple(names) for language, names in json.loads(stored).items()}


def to_codes(stored: str) -> tuple[str, ...]:
    """A list of identifiers."""
    return tuple(json.loads(stored))


def to_day(stored: str | None) -> date | None:
    """A full day, or None."""
    return None if stored is None else date.fromisoformat(stored)


def from_day(day: date | None) -> str | None:
    """The opposite of `to_day`."""
    return None if day is None else day.isoformat()


def due_values(due: Due | None) -> tuple[str | None, ...]:
    """The values for `DUE_COLUMNS`; all None without a due."""
    if due is None:
        return (None,) * len(DUE_COLUMNS)
    return (
        due.kind.value,
        from_day(due.start),
        from_day(due.end),
        to_json_or_null(due.event),
        due.every,
        due.precision.value,
        due.certainty.value,
    )


def due_from(stored: Iterable[Any]) -> Due | None:
    """The opposite of `due_values`."""
    kind, start, end, event, every, precision, certainty = stored
    if kind is None:
        return None
    return Due(
        kind=DueKind(kind),
        start=to_day(start),
        end=to_day(end),
        event=None if event is None else json.loads(event),
        every=every,
        precision=Precision(precision),
        certainty=Certainty(certainty),
    )
