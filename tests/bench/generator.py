"""Stores of many agreements as the two conferences might have adopted them in thirty years, always the same ones.

Each text joins a few words in a row from a shipped record of its topic with words drawn one by one: the shipped words
by their frequency, then coined ones, in the proportions of Zipf's law. So a subject has its own words, common words
are in most texts, and most words are rare.
"""

import hashlib
import itertools
import random
import string
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bot.assembly import terms_of
from data import connection, filling, merging
from data.model import (
    Agreement,
    Certainty,
    Commitment,
    Document,
    DocumentKind,
    Due,
    DueKind,
    Meeting,
    MeetingKind,
    Party,
    PartyKind,
    Performance,
    Precision,
    Records,
    Relation,
    RelationKind,
    Strength,
    Text,
)
from data.shipped import shipped_records
from i18n.catalog import languages
from i18n.lexicon import version

FIRST: Final = date(1996, 3, 14)
LAST: Final = date(2025, 12, 15)
PER_DOCUMENT: Final = 14
DATED: Final = 0.6
FULFILLED: Final = 0.9
"""Of what has fallen due, or is undated and a year old, before `LAST`."""
REITERATED: Final = 0.1
TYPES: Final = 30_000
"""Different words of a language, shipped and coined."""
ZIPF: Final = 1.15
"""The exponent: 1 word in 6 is a coined one."""
_ORGANS: Final = (PartyKind.TROIKA, PartyKind.SECRETARIAT, PartyKind.PRESIDENCY)
_BINDING: Final = (Strength.COMMITS, Strength.SHOULD, Strength.INVITES, Strength.ASKS, Strength.PROPOSES)
_BINDING_WEIGHTS: Final = (60, 12, 10, 10, 8)
_KINDS: Final = (MeetingKind.WORKING, MeetingKind.TROIKAS, MeetingKind.CONFERENCE, MeetingKind.GROUP)
_YEAR: Final = timedelta(days=365)


def store_of(size: int) -> Path:
    """The file of a store of ``size`` agreements, made where it is not there yet; minutes for 100,000.

    It stays in the platform's temp folder, under a digest of what made it, in the place of an older one. 51 are the
    shipped agreements alone. Its index is brought up to date by whoever opens it, as that of any store.
    """
    folder = Path(tempfile.gettempdir()) / "acuerdos-bench"
    path = folder / f"{size}-{_digest()}.db"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        for older in folder.glob(f"{size}-*"):
            older.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as working:
            made = Path(working, path.name)
            _fill(made, size)
            made.replace(path)
    return path


def _fill(path: Path, size: int) -> None:
    with closing(connection.connect(path)) as db:
        filling.fill(db, terms_of, version())
        shipped = shipped_records()
        merging.merge(db, generated(shipped, size - len(shipped.agreements)), "bench", terms_of)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _digest() -> str:
    """Of the shipped records, this file and the folder `data`."""
    code = [Path(__file__), *sorted(Path(connection.__file__).parent.glob("*.py"))]
    parts = [filling.shipped_digest(), sys.version, *(path.read_text(encoding="utf-8") for path in code)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def generated(shipped: Records, count: int, seed: int = 1996) -> Records:
    """``count`` further agreements with their documents and meetings; they fit to the shipped records."""
    return _Generator(shipped, seed).records(count)


@dataclass
class _Open:
    """What may still be fulfilled or reiterated by a later document."""

    agreement: Agreement
    ripe: date
    commitment: Commitment


@dataclass
class _Made:
    documents: list[Document] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)


class _Generator:
    def __init__(self, shipped: Records, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = {language: _Words(shipped, language, self._random) for language in languages()}
        self._topics = [topic.id for topic in shipped.topics]
        self._sources: defaultdict[str, list[Agreement]] = defaultdict(list)
        for agreement in shipped.agreements:
            self._sources[agreement.topic].append(agreement)
        self._topics = sorted(self._sources)
        self._weights = [1 / rank for rank in range(1, len(self._topics) + 1)]
        self._places = [meeting.place for meeting in shipped.meetings if meeting.place]
        self._conferences = [party.id for party in shipped.parties if party.kind is PartyKind.CONFERENCE]
        self._organs = [party.id for party in shipped.parties if party.kind in _ORGANS]
        self._states = _members(shipped.parties, self._conferences)
        self._days = Counter(meeting.start for meeting in shipped.meetings)
        self._ids = {document.id for document in shipped.documents}
        self._made = _Made()
        self._waiting: list[_Open] = []

    def records(self, count: int) -> Records:
        documents = max(1, round(count / PER_DOCUMENT)) if count else 0
        span = (LAST - FIRST).days
        days = sorted(FIRST + timedelta(days=self._random.randrange(span)) for _ in range(documents))
        left = count
        for place, day in enumerate(days):
            after = documents - place - 1
            most = left - after
            items = left if not after else max(1, min(most, round(self._random.gauss(left / (after + 1), 3))))
            left -= items
            self._document(day, items)
        return Records(
            documents=tuple(self._made.documents),
            meetings=tuple(self._made.meetings),
            agreements=tuple(self._made.agreements),
        )

    def _document(self, day: date, items: int) -> None:
        place = self._random.choice(self._places)
        meeting = self._meeting(day, place)
        id_ = self._code(place, day)
        fulfilled = self._fulfilled(day)
        repeated = self._repeated(day, items)
        agreements = [self._agreement(id_, number, day, repeated) for number in range(1, items + 1)]
        title = {
            "es": f"Minuta de la reunión en {place['es']}, {day.isoformat()}",
            "en": f"Minutes of the meeting in {place['en']}, {day.isoformat()}",
        }
        self._made.meetings.append(replace(meeting, sources=(id_,), reported=(id_,)))
        self._made.documents.append(
            Document(
                id=id_,
                kind=DocumentKind.MINUTES,
                title=title,
                language=self._random.choice(languages()),
                adopted=day.isoformat(),
                meeting=meeting.id,
                relations=tuple(Relation(RelationKind.FULFILS, each.commitment.id) for each in fulfilled),
            )
        )
        self._made.agreements += agreements

    def _meeting(self, day: date, place: Text) -> Meeting:
        start = day.isoformat()
        self._days[start] += 1
        nth = self._days[start]
        parties = self._random.choice([tuple(self._conferences), *((each,) for each in self._conferences)])
        kind = self._random.choice(_KINDS)
        return Meeting(
            id=f"M-{start}{'' if nth == 1 else string.ascii_lowercase[nth - 1]}",
            title={"es": f"Reunión en {place['es']}", "en": f"Meeting in {place['en']}"},
            kind=kind,
            sources=(),
            start=start,
            place=place,
            parties=parties,
        )

    def _code(self, place: Text, day: date) -> str:
        """``GIN98``, ``GIN98B``, …: the place and the year."""
        letters = "".join(letter for letter in place["en"].upper() if letter in string.ascii_uppercase)[:3]
        stem = f"{letters}{day.year % 100:02}"
        suffixes = itertools.chain(
            [""],
            (
                "".join(suffix)
                for length in itertools.count(1)
                for suffix in itertools.product(string.ascii_uppercase, repeat=length)
            ),
        )
        found = next(stem + suffix for suffix in suffixes if stem + suffix not in self._ids)
        self._ids.add(found)
        return found

    def _agreement(self, document: str, number: int, day: date, repeated: list[_Open]) -> Agreement:
        id_ = f"{document}-{number}"
        earlier = repeated.pop() if repeated else None
        topic = earlier.agreement.topic if earlier else self._random.choices(self._topics, self._weights)[0]
        source = self._random.choice(self._sources[topic])
        count = self._random.choices((1, 2, 3), (80, 15, 5))[0]
        commitments = tuple(
            self._commitment(f"{id_}{letter}", day, source, earlier) for letter in string.ascii_lowercase[:count]
        )
        agreement = Agreement(
            id=id_,
            document=document,
            number=number,
            topic=topic,
            title=self._text(source.title, 2, 3),
            summary=self._text(source.summary, 10, 14),
            commitments=commitments,
            relations=(Relation(RelationKind.REITERATES, earlier.agreement.id),) if earlier else (),
            keywords={language: (words.phrase(2),) for language, words in self._words.items()},
        )
        self._waiting += (_Open(agreement, _ripe(commitment, day), commitment) for commitment in commitments)
        return agreement

    def _commitment(self, id_: str, day: date, source: Agreement, earlier: _Open | None) -> Commitment:
        if earlier:
            return replace(earlier.commitment, id=id_)
        parties = self._parties()
        summary = source.commitments[0].summary if source.commitments else source.summary
        return Commitment(
            id=id_,
            responsible=parties,
            strength=self._random.choices(_BINDING, _BINDING_WEIGHTS)[0],
            summary=self._text(summary, 5, 5),
            performance=Performance.EACH if len(parties) > 1 else Performance.JOINT,
            due=self._due(day) if self._random.random() < DATED else None,
        )

    def _parties(self) -> tuple[str, ...]:
        match self._random.choices(("state", "organ", "conference", "both"), (60, 15, 15, 10))[0]:
            case "state":
                return (self._random.choice(self._states),)
            case "organ":
                return (self._random.choice(self._organs),)
            case "conference":
                return (self._random.choice(self._conferences),)
        return tuple(self._conferences)

    def _due(self, day: date) -> Due:
        end = day + timedelta(days=self._random.randrange(7, 365))
        certainty = self._random.choices((Certainty.FIRM, Certainty.TENTATIVE), (9, 1))[0]
        if self._random.random() < 0.2:
            first = end.replace(day=1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            return Due(DueKind.DURING, first, last, precision=Precision.MONTH, certainty=certainty)
        kind = self._random.choice((DueKind.BY, DueKind.BEFORE, DueKind.ON))
        return Due(kind, end if kind is DueKind.ON else None, end, certainty=certainty)

    def _fulfilled(self, day: date) -> list[_Open]:
        """What this document reports as done; what it passes over for good stays open."""
        ripe = [each for each in self._waiting if each.ripe < day]
        self._waiting = [each for each in self._waiting if each.ripe >= day]
        return [each for each in ripe if self._random.random() < FULFILLED]

    def _repeated(self, day: date, items: int) -> list[_Open]:
        recent = [each for each in self._waiting[-200:] if each.ripe >= day]
        count = sum(self._random.random() < REITERATED for _ in range(items))
        chosen = self._random.sample(recent, min(count, len(recent)))
        return list({each.agreement.id: each for each in chosen}.values())

    def _text(self, source: Text, borrowed: int, drawn: int) -> Text:
        return {language: words.text(source[language], borrowed, drawn) for language, words in self._words.items()}


class _Words:
    """The words of one language."""

    def __init__(self, shipped: Records, language: str, chance: random.Random) -> None:
        self._random = chance
        counted = Counter(
            word.strip(".,;:()«»“”'\"")
            for agreement in shipped.agreements
            for text in (agreement.title, agreement.summary, *(each.summary for each in agreement.commitments))
            for word in text[language].split()
        )
        words = [word for word, _ in counted.most_common() if word]
        self._types = [*words, *itertools.islice(self._coined(words), TYPES - len(words))]
        self._cumulated = list(itertools.accumulate((rank + 2.7) ** -ZIPF for rank in range(len(self._types))))

    def text(self, source: str, borrowed: int, drawn: int) -> str:
        """About ``borrowed`` words in a row from ``source``, and about ``drawn`` others, half of them before."""
        given = source.split()
        length = min(len(given), self._random.randint(max(1, borrowed - 2), borrowed + 2))
        start = self._random.randint(0, len(given) - length)
        others = self._draw(self._random.randint(max(1, drawn - 2), drawn + 2))
        middle = len(others) // 2
        words = " ".join((*others[:middle], *given[start : start + length], *others[middle:]))
        return words[0].upper() + words[1:]

    def phrase(self, count: int) -> str:
        """Words that people might also type for a thing."""
        return " ".join(self._draw(count))

    def _draw(self, count: int) -> Sequence[str]:
        return self._random.choices(self._types, cum_weights=self._cumulated, k=count)

    def _coined(self, words: Sequence[str]) -> Iterator[str]:
        """Words with the beginning of one and the end of another."""
        long = sorted({word.lower() for word in words if len(word) > 6 and word.isalpha()})
        seen = {word.lower() for word in words}
        while True:
            first, second = self._random.choice(long), self._random.choice(long)
            word = first[: self._random.randint(3, 5)] + second[-self._random.randint(3, 6) :]
            if word not in seen:
                seen.add(word)
                yield word


def _ripe(commitment: Commitment, adopted: date) -> date:
    return commitment.due.end if commitment.due and commitment.due.end else adopted + _YEAR


def _members(parties: Sequence[Party], conferences: Sequence[str]) -> list[str]:
    by_id: Mapping[str, Party] = {party.id: party for party in parties}
    return list(dict.fromkeys(each.party for conference in conferences for each in by_id[conference].members))
