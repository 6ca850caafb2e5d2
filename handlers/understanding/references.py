"""Agreements, meetings and documents that a question names by code or number."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from data.directory import Directory
from data.model import DocumentKind
from handlers.understanding.marking import Marks
from handlers.understanding.names import NameKind
from i18n.phrases import Found, Phrases
from i18n.words import plain_words

MAX_ITEM: Final = 999
_ORDINAL = re.compile(r"^(\d{1,3})(?:st|nd|rd|th|ro|do|er|vo|to|mo|no|na|ra|ta|va|ma|a|o)?$")
_KINDS: Final = {DocumentKind.REPORT: "report", DocumentKind.CONCEPT_NOTE: "note"}
_RUN = re.compile(r"(?<![\w-])[^\W_]+")
_NUMBER = re.compile(r"[\s_.#-]{0,3}0*(\d{1,3})(?!\d|[/.]\d|\w{2})[a-z]?(?!\w)", re.IGNORECASE)
_EVENT = re.compile(r"\b(M-\d{4}-\d{2}(?:-\d{2}[a-z]?)?|E-[A-Z]{3,})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class References:
    """What is named outright; ``used`` are the words that did it. ``items`` are numbers without a document.

    ``named`` are the words of documents, ``of_kind`` the only document of a kind that is named ("the report").
    ``places`` are documents whose place is named, ``number`` the only number of
    a short question: both may matter to a question that leans on the one before. ``from_end`` is 1 for the last item
    of a document, 2 for the one before.
    """

    agreements: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    items: tuple[int, ...] = ()
    used: frozenset[int] = frozenset()
    places: tuple[str, ...] = ()
    named: frozenset[int] = frozenset()
    of_kind: tuple[str, ...] = ()
    number: int | None = None
    from_end: int = 0


class ReferenceReader:
    """Finds references; made once for a directory."""

    def __init__(self, directory: Directory) -> None:
        self._meetings = directory.meetings
        self._documents = directory.documents.keys()
        # The only document of each kind.
        self._only: dict[DocumentKind, str] = {}
        for kind in _KINDS:
            of_kind = [document.id for document in directory.documents.values() if document.kind is kind]
            if len(of_kind) == 1:
                self._only[kind] = of_kind[0]
        self._virtual = frozenset(id_ for id_ in self._documents if _VIRTUAL in _place_words(directory, id_))
        # By place first: many documents may come from one.
        at: dict[tuple[str, ...], list[str]] = {}
        for id_ in self._documents:
            for place in _place_words(directory, id_):
                at.setdefault(place, []).append(id_)
        self._places: Phrases[tuple[str, ...]] = Phrases()
        for place, ids in at.items():
            self._places.add(place, tuple(ids))

    def read(self, marks: Marks) -> References:
        """The references of a question; a document is named by its code, its names, or the place of its meeting."""
        agreements: dict[str, None] = {}
        used: set[int] = set()
        for agreement, start, end in self._coded(marks.text):
            agreements[agreement] = None
            used.update(_within(marks, start, end))
        meetings: dict[str, None] = {}
        for match in _EVENT.finditer(marks.text):
            named = _canonical(match.group(1))
            if named in self._meetings:
                meetings[named] = None
                used.update(_within(marks, match.start(), match.end()))
        numbers = _item_numbers(marks, used)
        documents = self._named_documents(marks, used, bool(numbers or _from_end(marks)))
        if not numbers and not agreements:
            bare = _bare_numbers(marks, used)
            documents = self._named_documents(marks, used, bool(bare)) if bare else documents
            numbers = {n: p for n, p in bare.items() if _beside(marks, self._apart(documents, p), p)}
            if not numbers:
                documents = {id_: places for id_, places in documents.items() if len(places) > 1 or not bare}
        if numbers and not documents:
            documents = self._of_kind(marks)
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
        standing = {id_ for place in self._standing(marks) for id_ in place.value}
        return References(
            agreements=tuple(agreements),
            meetings=tuple(meetings),
            documents=tuple(documents),
            items=tuple(loose),
            used=frozenset(used),
            places=tuple(id_ for id_ in self._documents if id_ in standing) if standing else (),
            named=frozenset(place for places in documents.values() for place in places),
            number=_only_number(marks),
            of_kind=tuple(self._of_kind(marks)),
            from_end=_from_end(marks),
        )

    def _apart(self, documents: Mapping[str, tuple[int, ...]], position: int) -> Mapping[str, tuple[int, ...]]:
        """Without a virtual meeting's minutes right behind the number: "the first virtual" is a meeting."""
        return {
            id_: places for id_, places in documents.items() if id_ not in self._virtual or places[0] != position + 1
        }

    def _of_kind(self, marks: Marks) -> Mapping[str, tuple[int, ...]]:
        """As in "item 4 of the report": the only document of a kind."""
        for kind, word in _KINDS.items():
            if kind in self._only and (said := marks.of("kinds", word)):
                return {self._only[kind]: tuple(range(said[0].start, said[0].end))}
        return {}

    def _coded(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Agreements by code ("BER-7", "ber 7", "BER7b"), and the characters from and to which it stands."""
        for run in _RUN.finditer(text):
            for end in range(run.end(), run.start(), -1):
                document = text[run.start() : end].upper()
                if document in self._documents and (number := _NUMBER.match(text, end)):
                    yield f"{document}-{number.group(1)}", run.start(), number.end()
                    break

    def _standing(self, marks: Marks) -> Sequence[Found[tuple[str, ...]]]:
        """Places of documents that are named, with the documents, in their order."""
        return tuple(self._places.find([_bare(word.plain) for word in marks.words]))

    def _named_documents(self, marks: Marks, used: set[int], numbered: bool) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for name in marks.names_of(NameKind.DOCUMENT):
            code = marks.words[name.start].typed if name.end - name.start == 1 else ""
            if code.upper() == name.value.id and not code.isupper() and len(marks.words) > 1:
                continue
            inside = any(p.start <= name.start and name.end <= p.end for p in marks.names_of(NameKind.PARTY))
            if not inside and not used.intersection(range(name.start, name.end)):
                found.setdefault(name.value.id, tuple(range(name.start, name.end)))
        kinds = marks.of("references", "of_document")
        if numbered or kinds:
            for place in self._standing(marks):
                span = tuple(range(place.start, place.end))
                near = numbered or any(-4 <= place.start - kind.end <= 3 for kind in kinds)
                if near and not used.intersection(span):
                    for id_ in place.value:
                        found.setdefault(id_, span)
        return found


def _item_numbers(marks: Marks, used: set[int]) -> dict[int, int]:
    """Item numbers by the word that gives them: behind "item" or "#", or an ordinal that names no day."""
    numbers: dict[int, int] = {}
    for noun in marks.of("references", "item"):
        written = marks.at(noun.start - 2, "ordinals")
        if written and written.end == noun.start and noun.start - 2 not in used:
            # "Décimo cuarto acuerdo"
            numbers.setdefault(int(written.value.value), noun.start - 2)
            used.update((noun.start - 2, noun.start - 1))
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
    return numbers


def _bare_numbers(marks: Marks, used: set[int]) -> dict[int, int]:
    """As in "el tercero de Berlín", "Berlin 7": they count only where a document's name stands right beside."""
    found: dict[int, int] = {}
    for position, word in enumerate(marks.words):
        number = _number(marks, position, ordinal=False)
        if number is not None and position not in used and not _in_date(marks, position):
            ordinal, tied = not word.plain.isdigit(), marks.links(position + 1, "of")
            if ordinal or tied or not marks.links(position - 1, "no_number"):
                found.setdefault(number, position)
    return found


def _number(marks: Marks, position: int, *, ordinal: bool) -> int | None:
    match = _ORDINAL.match(marks.plain(position))
    if match and 0 < int(match.group(1)) <= MAX_ITEM:
        return int(match.group(1)) if not ordinal or not marks.plain(position).isdigit() else None
    for section in ("ordinals",) if ordinal else ("numbers", "ordinals"):
        entry = marks.at(position, section)
        if entry and int(entry.value.value) > 0 and not marks.links(position, "one"):
            return int(entry.value.value)
    return None


def _in_date(marks: Marks, position: int) -> bool:
    """Whether a number is part of a date or counts something: "8 de junio", "June 8", "10 days"."""
    after = position + 1
    while marks.links(after, "of", "range", "and") or marks.plain(after).isdigit():
        after += 1
    units = ("day", "week", "month", "year", "fortnight")
    return bool(
        (
            after < len(marks.words)
            and (marks.at(after, "months") or (after == position + 1 and marks.at(after, "time", *units)))
        )
        or (position and marks.at(position - 1, "months"))
        or (marks.plain(position).isdigit() and len(marks.plain(position)) > 3)
    )


def _joins(marks: Marks, position: int) -> bool:
    return marks.links(position, "number_word")


def _nearest(documents: Mapping[str, tuple[int, ...]], place: int) -> str | None:
    near = {id_: min(abs(place - p) for p in places) for id_, places in documents.items()}
    return min(near, key=lambda id_: near[id_]) if near else None


def _within(marks: Marks, start: int, end: int) -> set[int]:
    return {i for i, word in enumerate(marks.words) if word.start < end and word.end > start}


def _canonical(event: str) -> str:
    return event[:12].upper() + event[12:].lower()


def _from_end(marks: Marks) -> int:
    """As in "el último de Berlín", "the very last one, Panama minutes": 1; not "the last minutes"; else 0."""
    for last in marks.of("ordinals", "-1", "-2"):
        papers = marks.at(last.end, "references", "of_document") or marks.at(last.end, "cues", "documents")
        item = marks.at(last.end, "references", "item") or marks.links(last.end, "of", "one")
        if item and not papers:
            return -int(last.value.value)
    return 0


def _only_number(marks: Marks) -> int | None:
    """As in "ok now 5", "y el 8?"."""
    found = [n for i in range(len(marks.words)) if (n := _number(marks, i, ordinal=False)) and not _in_date(marks, i)]
    return found[0] if len(found) == 1 and len(marks.words) <= 5 else None


def _beside(marks: Marks, documents: Mapping[str, tuple[int, ...]], position: int) -> bool:
    """Whether a document's name stands next to a number, with nothing but "de", "of", "#" between."""
    for places in documents.values():
        between = range(position + 1, places[0]) if places[0] > position else range(places[-1] + 1, position)
        if len(between) <= 4 and all(marks.links(i, "beside_number") or marks.at(i, "references") for i in between):
            return True
    return False


def _bare(word: str) -> tuple[str, str]:
    """A word, and without the "s" of a genitive: "Panama's"."""
    return word, word.removesuffix("s")


def _place_words(directory: Directory, document: str) -> frozenset[tuple[str, ...]]:
    """The place where a document was adopted: "Berlín", "Panama City", "Panama"; a virtual one has its kind."""
    meeting = directory.meetings.get(directory.documents[document].meeting or "")
    if meeting is None:
        return frozenset()
    if meeting.virtual:
        return frozenset({_VIRTUAL, ("online",)})
    cities = (text.split(",")[-1] for text in (meeting.place or {}).values())
    whole = {plain_words(city) for city in cities}
    short = {tuple(w for w in city if w not in _CITY_WORDS) for city in whole}
    return frozenset(place for place in whole | short if place)


_VIRTUAL: Final = ("virtual",)
_CITY_WORDS: Final = {"ciudad", "city", "de"}
