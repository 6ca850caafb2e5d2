"""What identifiers look like: one pattern for each kind of record, as docs/records.md describes them."""

import re
import string
from collections.abc import Collection, Iterator

from data.model import Agreement, Discrepancy, Document, Meeting, Outsider, Party, PartyKind, Term, Topic
from data.record_writer import Record

NUMBERS = range(1, 1000)
"""The numbers that an agreement can have in its document."""

_WORDS = r"[A-Z0-9]+(?:-[A-Z0-9]+)*"


def identity(record: Record, states: Collection[str]) -> Iterator[tuple[str, str]]:
    """The fields of a record that make no good identifier, and why; ``states`` are the codes that CLDR knows."""
    match record:
        case Agreement():
            yield from _agreement(record)
        case Meeting(start=None):
            if not re.fullmatch(rf"E-{_WORDS}", record.id):
                yield "id", "is not E- and a word, as for a meeting without a date"
        case Meeting(start=str(start)):
            if not re.fullmatch(rf"M-{re.escape(start)}[b-z]?", record.id):
                yield "id", f"is not M-{start}, with or without a letter"
        case Outsider() | Party(kind=PartyKind.STATE):
            if record.id not in states:
                yield "id", "is no ISO 3166 code of a state"
        case Party():
            if not re.fullmatch(rf"(?![0-9]){_WORDS}", record.id):
                yield "id", "is not upper-case letters and digits, with or without hyphens"
            elif record.id in states:
                yield "id", "is the ISO 3166 code of a state"
        case Document():
            if not re.fullmatch(r"[A-Z][A-Z0-9]+", record.id):
                yield "id", "is not two or more upper-case letters and digits"
        case Term():
            if not re.fullmatch(rf"G-{_WORDS}", record.id):
                yield "id", "is not G- and an acronym in upper case"
        case Topic():
            if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", record.id):
                yield "id", "is not a lower-case word"
        case Discrepancy():
            if not re.fullmatch(r"D-[1-9][0-9]*", record.id):
                yield "id", "is not D- and a number"


def _agreement(agreement: Agreement) -> Iterator[tuple[str, str]]:
    if agreement.number not in NUMBERS:
        yield "number", f"is not from {NUMBERS[0]} to {NUMBERS[-1]}"
    elif agreement.id != f"{agreement.document}-{agreement.number}":
        yield "id", f"is not {agreement.document}-{agreement.number}"
    for position, commitment in enumerate(agreement.commitments):
        expected = f"{agreement.id}{string.ascii_lowercase[position : position + 1]}"
        if commitment.id != expected or expected == agreement.id:
            yield f"commitments[{position}].id", f"{commitment.id} is not {expected}, the next letter"
