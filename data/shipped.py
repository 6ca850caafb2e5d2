"""Records from YAML files: parsed, validated against the model, and checked against each other.

Imported only where records are to be read: pydantic and YAML cost more than a whole answer.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from data import partial
from data.model import Agreement, Discrepancy, Document, Meeting, Outsider, Party, Records, Term, Topic
from data.record_checks import Found, RecordError, problems
from data.record_files import FileRefused, content_of
from data.record_writer import KINDS
from i18n.catalog import languages
from i18n.names import states

__all__ = ["RecordError", "RecordsInvalid", "load_records", "shipped_records"]

_LONGEST = 60
_STRICT = ConfigDict(extra="forbid")
# In a tuple, for a dataclass takes no configuration from outside, and passes on that of what holds it.
_ADAPTERS: Mapping[str, TypeAdapter[Any]] = {
    "topics": TypeAdapter(tuple[Topic], config=_STRICT),
    "documents": TypeAdapter(tuple[Document], config=_STRICT),
    "agreements": TypeAdapter(tuple[Agreement], config=_STRICT),
    "meetings": TypeAdapter(tuple[Meeting], config=_STRICT),
    "parties": TypeAdapter(tuple[Party], config=_STRICT),
    "terms": TypeAdapter(tuple[Term], config=_STRICT),
    "discrepancies": TypeAdapter(tuple[Discrepancy], config=_STRICT),
    "outsiders": TypeAdapter(tuple[Outsider], config=_STRICT),
}
"""What each list of a file holds; the names are the fields of `Records`."""


class RecordsInvalid(Exception):  # noqa: N818 - says what the records are
    """Records that cannot be taken in; ``errors`` are all that is wrong, and the message has a line for each."""

    def __init__(self, errors: Iterable[RecordError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


def shipped_records() -> Records:
    """The records of this release."""
    folder = files("data").joinpath("records")
    return load_records(
        sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    )


def load_records(record_files: Iterable[Traversable], known: Collection[str] = ()) -> Records:
    """The records of these YAML files (a ``Path`` is one), in their order.

    What is ``known`` may be referred to besides; each is a kind and an identifier, as ``party CL``.

    Raises RecordsInvalid with everything that is wrong in any of them, and OSError for a file that cannot be read.
    """
    errors: list[RecordError] = []
    found: list[Found] = []
    lists: dict[str, list[Any]] = {name: [] for name in _ADAPTERS}
    for file in record_files:
        try:
            content = content_of(file)
        except FileRefused as refusal:
            errors.append(RecordError(file.name, "", "", str(refusal)))
            continue
        for name, item in _items(file.name, content):
            if isinstance(item, RecordError):
                errors.append(item)
            else:
                found.append(item)
                lists[name].append(item.record)
    # What is broken is still there to be referred to: one mistake, one error.
    broken = {f"{kind} {error.record}" for error in errors for kind in KINDS.values()}
    errors.extend(problems(found, {*known, *broken}, languages(), states()))
    if errors:
        raise RecordsInvalid(errors)
    return Records(**{name: tuple(records) for name, records in lists.items()})


def _items(file: str, content: object) -> Iterator[tuple[str, Found | RecordError]]:
    """Each record, or what is wrong with it, and the list that it stands in."""
    if not isinstance(content, dict):
        yield "", RecordError(file, "", "", "holds no lists of records")
        return
    for name, items in content.items():
        if name not in _ADAPTERS:
            yield "", RecordError(file, "", _shown(str(name)), f"unknown key; one of {', '.join(_ADAPTERS)}")
        elif not isinstance(items, list):
            yield "", RecordError(file, "", name, "is no list")
        else:
            for position, item in enumerate(items):
                yield from ((name, found) for found in _record(file, name, position, item))


def _record(file: str, name: str, position: int, item: object) -> Iterator[Found | RecordError]:
    """The record, or its mistakes and then what of it can be read in spite of them."""
    given = item.get("id") if isinstance(item, dict) else None
    id_ = given if isinstance(given, str) and given else f"{name}[{position}]"
    try:
        # As JSON, for then a date is a string and a tuple a list, and nothing else is coerced.
        (record,) = _ADAPTERS[name].validate_json(json.dumps([item]), strict=True)
    except ValidationError as error:
        told: set[str] = set()
        for detail in error.errors(include_url=False, include_context=False):
            field = partial.field(detail)
            if field not in told:
                told.add(field)
                yield RecordError(file, _shown(id_), _shown(field), _what(detail))
        if isinstance(item, dict):
            record = partial.read(_ADAPTERS[name], name, item, id_)
            if record is not None:
                yield Found(file, record, frozenset(told))
    else:
        yield Found(file, record)


def _what(detail: ErrorDetails) -> str:
    given = _shown(repr(detail["input"]))
    match detail["type"]:
        case "unexpected_keyword_argument":
            return "unknown key"
        case "missing" | "missing_argument":
            return "missing"
        case "enum":
            return f"unknown value {given}: {detail['msg'].replace('Input should', 'it should')}"
        case "date_parsing" | "date_type" | "date_from_datetime_parsing" | "date_from_datetime_inexact":
            return f"no ISO date: {given}"
    return f"{detail['msg']}, not {given}"


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
