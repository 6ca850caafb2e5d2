"""All records as plain values, as an export shows them: ISO 8601 dates, identifiers, words in every language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from data.agreements import Agreements
from data.directory import Directory
from data.model import Agreement, Meeting, Outsider, Party, PartyKind, Text
from i18n import names
from i18n.catalog import languages

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Plain: TypeAlias = dict[str, Any]
"""Values that JSON knows."""

Progress: TypeAlias = Callable[[Sequence[str]], Iterable[str]]
"""Hands out the identifiers that are worked on, and may show how far the work is."""

_AT_ONCE: Final = 500


def everything(directory: Directory, agreements: Agreements, progress: Progress = iter) -> Plain:
    """The export: lists of records by kind, each in the order of the store; agreements by document and number.

    A record has every field of its class, under the field's name; None where the document leaves it open.
    """
    meetings = sorted(directory.meetings.values(), key=lambda meeting: (meeting.start or "", meeting.id))
    return {
        "documents": [_record(each) for each in directory.documents.values()],
        "agreements": [_record(each) for each in all_agreements(directory, agreements, progress)],
        "meetings": [_meeting(each) for each in meetings if each.start],
        "events": [_meeting(each) for each in meetings if not each.start],
        "parties": [_party(each) for each in directory.parties.values()],
        "outsiders": [_outsider(each) for each in directory.outsiders.values()],
        "terms": [_record(each) for each in directory.terms.values()],
        "topics": [_record(each) for each in directory.topics.values()],
        "discrepancies": [_record(each) for each in directory.discrepancies.values()],
    }


def all_agreements(directory: Directory, agreements: Agreements, progress: Progress = iter) -> Iterable[Agreement]:
    """Every agreement, by document and number; ``progress`` sees their identifiers."""
    ids = [id_ for document in directory.documents for id_ in agreements.ids_of(document)]
    chunk: list[str] = []
    for id_ in progress(ids):
        chunk.append(id_)
        if len(chunk) == _AT_ONCE:
            yield from agreements.get(chunk)
            chunk = []
    yield from agreements.get(chunk)


def last_day(meeting: Meeting) -> str | None:
    """The last day of a meeting: its only one where it has one; None where no day is known."""
    return meeting.end or (meeting.start if meeting.start and len(meeting.start) == len("2017-09-26") else None)


def _record(record: "DataclassInstance") -> Plain:
    """A record with all of its fields, those that are records themselves too."""
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _meeting(meeting: Meeting) -> Plain:
    return {**_record(meeting), "end": last_day(meeting)}


def _party(party: Party) -> Plain:
    name = _state(party.id) if party.kind is PartyKind.STATE else dict(party.name or {})
    return {**_record(party), "id": f"P-{party.id}", "name": name}


def _outsider(outsider: Outsider) -> Plain:
    return {**_record(outsider), "name": _state(outsider.id)}


def _state(code: str) -> Text:
    return {language: names.state(code, language) for language in sorted(languages(), reverse=True)}
