"""What has to hold between records, and between a record's own fields, beyond their types."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from data.identifiers import identity
from data.model import (
    Agreement,
    Commitment,
    Discrepancy,
    Document,
    Meeting,
    Outsider,
    Party,
    PartyKind,
    Relation,
    RelationKind,
    Term,
)
from data.partial import is_told
from data.record_writer import KINDS, Record

_TEXTS = ("title", "name", "short", "summary", "note", "place", "acronym", "meaning", "says", "event")
_NAMES = ("names", "keywords")
_DAY_OR_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Found:
    """A record and the file that it stands in; ``told`` are the fields whose mistakes have been found before."""

    file: str
    record: Record
    told: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class RecordError:
    """Something wrong in a file: in which record, in which of its fields, and what. Unknown parts are empty.

    As words it is one line, whatever the file holds.
    """

    file: str
    record: str
    field: str
    what: str

    def __str__(self) -> str:
        line = ": ".join(part for part in (self.file, self.record, self.field, self.what) if part)
        return " ".join("".join(letter if letter.isprintable() else " " for letter in line).split())


_Problem = tuple[str, str]
"""A field and what is wrong with it."""


def problems(
    found: Collection[Found], known: Collection[str], languages: Collection[str], states: Collection[str]
) -> Iterator[RecordError]:
    """Everything wrong with well-typed records that may also refer to what is ``known``.

    Each of ``known`` is a kind and an identifier: ``party CL``. ``states`` are the codes for which there are names
    in every language.
    """
    ids = _Ids(found, known)
    seen: set[tuple[str, str]] = set()
    for item in found:
        record = item.record
        own = [
            *_languages("", record, languages),
            *identity(record, states),
            *_names(record),
            *_days(record),
            *_references(record, ids),
        ]
        key = KINDS[type(record)], record.id
        if key in seen:
            own.append(("id", "given twice"))
        seen.add(key)
        for field, what in own:
            if not is_told(field, item.told):
                yield RecordError(item.file, record.id, field, what)
    yield from _aliases(found)


class _Ids:
    """The identifiers of each kind that may be referred to."""

    def __init__(self, found: Iterable[Found], known: Collection[str]) -> None:
        self._ids = set(known)
        for item in found:
            self._ids.add(f"{KINDS[type(item.record)]} {item.record.id}")
            if isinstance(item.record, Agreement):
                self._ids.update(f"commitment {commitment.id}" for commitment in item.record.commitments)

    def missing(self, field: str, ids: Iterable[str], *kinds: str) -> Iterator[_Problem]:
        for id_ in ids:
            if not any(f"{kind} {id_}" in self._ids for kind in kinds):
                yield field, f"unknown {' or '.join(kinds)} {id_}"


def _languages(path: str, value: object, languages: Collection[str]) -> Iterator[_Problem]:
    """Texts without a language, and words in a language that the bot does not speak."""
    if isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _languages(f"{path}[{position}]", item, languages)
    if not is_dataclass(value):
        return
    for field in fields(value):
        content = getattr(value, field.name)
        where = f"{path}.{field.name}".lstrip(".")
        if isinstance(content, Mapping) and field.name in (*_TEXTS, *_NAMES):
            for language in sorted(set(content) - set(languages)):
                yield where, f"unknown language {language}"
            if field.name in _TEXTS:
                for language in sorted(languages):
                    if not content.get(language, "").strip():
                        yield where, f"missing language {language}"
        else:
            yield from _languages(where, content, languages)


def _names(record: Record) -> Iterator[_Problem]:
    """Parties that could not be named, and states with names besides those of CLDR."""
    if isinstance(record, Party):
        for field in ("name", "short"):
            if record.kind is not PartyKind.STATE and getattr(record, field) is None:
                yield field, "missing"
            elif record.kind is PartyKind.STATE and getattr(record, field) is not None:
                yield field, "stands with a state, whose name comes from CLDR"


def _days(record: Record) -> Iterator[_Problem]:
    """Dates that are none, and ends before their start."""
    match record:
        case Document(adopted=str(adopted)):
            yield from _iso("adopted", adopted, _DAY_OR_MONTH)
        case Meeting():
            if record.start is not None:
                yield from _iso("start", record.start, _DAY_OR_MONTH)
            if record.end is not None:
                yield from _iso("end", record.end, _DAY)
            if record.end is not None and record.end < (record.start or record.end + "0"):
                yield "end", f"{record.end} is before the start" if record.start else "stands without a start"
        case Agreement():
            for position, commitment in enumerate(record.commitments):
                due = commitment.due
                if due and due.start and not due.end:
                    yield f"commitments[{position}].due.end", "missing beside a start; of one day it is the same"
                elif due and due.start and due.end and due.end < due.start:
                    yield f"commitments[{position}].due.end", f"{due.end} is before the start, {due.start}"
        case Party():
            for position, member in enumerate(record.members):
                if member.since and member.until and member.until < member.since:
                    yield f"members[{position}].until", f"{member.until} is before since, {member.since}"


def _iso(field: str, value: str, form: re.Pattern[str]) -> Iterator[_Problem]:
    try:
        if not form.fullmatch(value):
            raise ValueError
        date.fromisoformat(value if len(value) > len("2017-11") else f"{value}-01")
    except ValueError:
        yield field, f"no ISO day{' or month' if form is _DAY_OR_MONTH else ''}: {value!r}"


def _references(record: Record, ids: _Ids) -> Iterator[_Problem]:
    """Identifiers that nothing has."""
    match record:
        case Agreement():
            yield from ids.missing("document", [record.document], "document")
            yield from ids.missing("topic", [record.topic], "topic")
            yield from _relations(record.relations, ids)
            for position, commitment in enumerate(record.commitments):
                yield from _commitment(f"commitments[{position}]", commitment, ids)
        case Document():
            yield from ids.missing("meeting", _given(record.meeting), "meeting")
            yield from _relations(record.relations, ids)
        case Meeting():
            yield from ids.missing("sources", record.sources, "agreement", "document")
            yield from ids.missing("reported", record.reported, "agreement", "document")
            yield from ids.missing("parties", record.parties, "party")
            yield from _relations(record.relations, ids)
        case Party():
            yield from ids.missing("conference", _given(record.conference), "party")
            yield from ids.missing("sources", record.sources, "agreement", "document")
            for position, member in enumerate(record.members):
                yield from ids.missing(f"members[{position}].party", [member.party], "party")
                yield from ids.missing(f"members[{position}].source", [member.source], "agreement", "document")
        case Term():
            yield from ids.missing("party", _given(record.party), "party")
            yield from ids.missing("sources", record.sources, "agreement", "document")
        case Discrepancy():
            about = ("agreement", "meeting", "document", "party", "term", "commitment")
            yield from ids.missing("about", record.about, *about)
            yield from ids.missing("sources", record.sources, "agreement", "document")


def _given(id_: str | None) -> list[str]:
    return [] if id_ is None else [id_]


def _commitment(path: str, commitment: Commitment, ids: _Ids) -> Iterator[_Problem]:
    if not commitment.responsible:
        yield f"{path}.responsible", "names nobody"
    yield from ids.missing(f"{path}.responsible", commitment.responsible, "party")
    yield from ids.missing(f"{path}.counterparties", commitment.counterparties, "party")
    if commitment.due and isinstance(commitment.due.event, str):
        yield from ids.missing(f"{path}.due.event", [commitment.due.event], "meeting")


def _relations(relations: Iterable[Relation], ids: _Ids) -> Iterator[_Problem]:
    for position, relation in enumerate(relations):
        kind = "commitment" if relation.kind is RelationKind.FULFILS else "agreement"
        yield from ids.missing(f"relations[{position}].to", [relation.to], kind)


def _aliases(found: Iterable[Found]) -> Iterator[RecordError]:
    """Names that would stand for two parties."""
    owner: dict[str, str] = {}
    for item in found:
        record = item.record
        if isinstance(record, Party | Outsider):
            for names in record.names.values():
                for name in names:
                    first = owner.setdefault(_folded(name), record.id)
                    if first != record.id:
                        yield RecordError(item.file, record.id, "names", f"{name!r} is also a name of {first}")


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
