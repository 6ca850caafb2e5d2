"""Agreements, meetings and documents that a question names by code or number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data.directory import Directory
from handlers.understanding.marking import Marks
from handlers.understanding.names import NameKind
from i18n.words import split

MAX_ITEM: Final = 999
_ORDINAL = re.compile(r"^(\d{1,3})(?:st|nd|rd|th|ro|do|er|vo|to|mo|no|na|ra|ta|va|ma|a|o)?$")
_EVENT = re.compile(r"\b(M-\d{4}-\d{2}(?:-\d{2}[a-z]?)?|E-[A-Z]{3,})\b", re.IGNORECASE)
_NEAR = 6
"""Words between an item number and its document's name, at most."""


@dataclass(frozen=True, slots=True)
class References:
    """What is named outright; ``used`` are the words that did it. ``items`` are numbers without a document."""

    agreements: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    items: tuple[int, ...] = ()
    used: frozenset[int] = frozenset()


class ReferenceReader:
    """Finds references; made once for a directory."""

    def __init__(self, directory: Directory) -> None:
        self._meetings = directory.meetings
        self._documents = tuple(directory.documents)
        codes = "|".join(sorted(map(re.escape, self._documents), key=len, reverse=True)) or "(?!)"
        self._code = re.compile(
            rf"(?<![\w-])({codes})[\s_.#-]{{0,3}}0*(\d{{1,3}})(?!\d|[/.]\d|\w{{2}})[a-z]?(?!\w)", re.IGNORECASE
        )
        self._places = {id_: _place_words(directory, id_) for id_ in self._documents}

    def read(self, marks: Marks) -> References:
        """The references of a question; a document is named by its code, its names, or the place of its meeting."""
        agreements: dict[str, None] = {}
        used: set[int] = set()
        for match in self._code.finditer(marks.text):
            agreements[f"{match.group(1).upper()}-{match.group(2)}"] = None
            used.update(_within(marks, match.start(), match.end()))
        meetings: dict[str, None] = {}
        for match in _EVENT.finditer(marks.text):
            named = _canonical(match.group(1))
            if named in self._meetings:
                meetings[named] = None
                used.update(_within(marks, match.start(), match.end()))
        numbers = _item_numbers(marks, used)
        documents = self._named_documents(marks, used, bool(numbers))
        loose: list[int] = []
        for number, place in numbers.items():
            owner = _nearest(documents, place)
            if owner is None:
                loose.append(number)
            else:
                agreements[f"{owner}-{number}"] = None
            used.add(place)
        if numbers and documents:
            used.update(place for places in documents.values() for place in places)
        return References(tuple(agreements), tuple(meetings), tuple(documents), tuple(loose), frozenset(used))

    def _named_documents(self, marks: Marks, used: set[int], numbered: bool) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for name in marks.names_of(NameKind.DOCUMENT):
            if not used.intersection(range(name.start, name.end)):
                found.setdefault(name.value.id, tuple(range(name.start, name.end)))
        kinds = marks.of("references", "of_document")
        if numbered or kinds:
            for id_, places in self._places.items():
                for position, word in enumerate(marks.words):
                    if word.plain in places and position not in used:
                        near = numbered or any(-3 <= position - kind.end <= 3 for kind in kinds)
                        if near:
                            found.setdefault(id_, (position,))
        return found


def _item_numbers(marks: Marks, used: set[int]) -> dict[int, int]:
    """Item numbers by the word that gives them: behind "item" or "#", or an ordinal that names no day."""
    numbers: dict[int, int] = {}
    for noun in marks.of("references", "item"):
        for position in (noun.start - 1, *range(noun.end, min(noun.end + 6, len(marks.words)))):
            if position in used or position < 0:
                continue
            number = _number(marks, position, ordinal=position < noun.start)
            if number is not None and not _in_date(marks, position):
                numbers.setdefault(number, position)
                used.add(position)
            elif position >= noun.end and not _joins(marks, position):
                break
    for position, word in enumerate(marks.words):
        if position in used:
            continue
        hash_before = marks.text[: word.start].rstrip().endswith(("#", "№"))
        if hash_before and word.plain.isdigit():
            numbers.setdefault(int(word.plain), position)
    if not numbers:
        numbers.update(_bare_ordinals(marks, used))
    return numbers


def _bare_ordinals(marks: Marks, used: set[int]) -> dict[int, int]:
    """ "el tercero de Berlín", "Berlin 7": only beside a document's name or place (checked by the caller)."""
    found: dict[int, int] = {}
    for entry in marks.of("ordinals"):
        number = int(entry.value.value)
        follows = marks.plain(entry.end)
        if number > 0 and follows in {"de", "del", "of", "from", "in"} and entry.start not in used:
            found.setdefault(number, entry.start)
    for position, word in enumerate(marks.words):
        match = _ORDINAL.match(word.plain)
        if match and position not in used and not _in_date(marks, position) and 0 < int(match.group(1)) <= MAX_ITEM:
            found.setdefault(int(match.group(1)), position)
    return found


def _number(marks: Marks, position: int, *, ordinal: bool) -> int | None:
    match = _ORDINAL.match(marks.plain(position))
    if match and 0 < int(match.group(1)) <= MAX_ITEM:
        return int(match.group(1)) if not ordinal or not marks.plain(position).isdigit() else None
    for section in ("ordinals",) if ordinal else ("numbers", "ordinals"):
        entry = marks.at(position, section)
        if entry and int(entry.value.value) > 0 and marks.plain(position) not in {"un", "una", "one", "uno"}:
            return int(entry.value.value)
    return None


def _in_date(marks: Marks, position: int) -> bool:
    """Whether a number is part of a date or counts something: "8 de junio", "June 8", "10 days"."""
    after = position + 1
    while marks.plain(after) in {"de", "del", "of", "y", "and", "al", "to"} or marks.plain(after).isdigit():
        after += 1
    units = ("day", "week", "month", "year", "fortnight")
    return bool(
        (after < len(marks.words) and (marks.at(after, "months") or (after == position + 1 and marks.at(after, "time", *units))))
        or (position and marks.at(position - 1, "months"))
        or len(marks.plain(position)) > 3
    )


def _joins(marks: Marks, position: int) -> bool:
    return marks.plain(position) in {"y", "and", "e", "o", "or", "numero", "number", "n", "no", "to", "a", "al", "el", "la", "the"}


def _nearest(documents: Mapping[str, tuple[int, ...]], place: int) -> str | None:
    near = {id_: min(abs(place - p) for p in places) for id_, places in documents.items()}
    return min(near, key=lambda id_: near[id_]) if near else None


def _within(marks: Marks, start: int, end: int) -> set[int]:
    return {i for i, word in enumerate(marks.words) if word.start < end and word.end > start}


def _canonical(event: str) -> str:
    return event[:12].upper() + event[12:].lower()


def _place_words(directory: Directory, document: str) -> frozenset[str]:
    """The words of the place where a document was adopted: "Berlín", "Berlin"; a virtual one has its kind."""
    meeting = directory.meetings.get(directory.documents[document].meeting or "")
    if meeting is None:
        return frozenset()
    if meeting.virtual:
        return frozenset({"virtual", "online"})
    cities = (text.split(",")[-1] for text in (meeting.place or {}).values())
    words = (word.plain for city in cities for word in split(city))
    return frozenset(w for w in words if len(w) > 3 and w not in {"ciudad", "city"})
