"""What was understood of a question: typed, with what was corrected and what was left over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Intent(StrEnum):
    """What a question wants to know."""

    DUE = "due"
    MEETINGS = "meetings"
    AGREEMENTS = "agreements"
    DOCUMENTS = "documents"
    GLOSSARY = "glossary"
    PARTIES = "parties"
    DELIVERIES = "deliveries"
    NOTICES = "notices"
    LANGUAGE = "language"
    HELP = "help"
    NONE = "none"


class Aspect(StrEnum):
    """Which side of a record the question is after."""

    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    SOURCE = "source"
    DETAILS = "details"
    HOW_MANY = "how_many"


class Status(StrEnum):
    """Which duties: those past their date, those ahead, those without a date, those with one."""

    OVERDUE = "overdue"
    UPCOMING = "upcoming"
    UNDATED = "undated"
    DATED = "dated"


class Order(StrEnum):
    """Which of several: seen from today, or from what was answered before."""

    NEXT = "next"
    PREVIOUS = "previous"
    FIRST = "first"
    LAST = "last"


class Courtesy(StrEnum):
    """Why a question is none: so that the one polite line fits."""

    THANKS = "thanks"
    GREETING = "greeting"
    OFF_TOPIC = "off-topic"
    NOT_UNDERSTOOD = "not-understood"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``; None leaves an end open.

    ``any_year`` says that a month or day was named without its year, so that another year may be meant.
    """

    first: date | None
    last: date | None
    any_year: bool = False

    def meets(self, first: date, last: date) -> bool:
        """Whether these days overlap it."""
        return (self.last is None or first <= self.last) and (self.first is None or last >= self.first)

    def meets_in_some_year(self, first: date, last: date) -> bool:
        """The same, of any year where none was named."""
        if self.meets(first, last) or not self.any_year or self.first is None or self.last is None:
            return self.meets(first, last)
        if self.first.year != self.last.year:
            return False
        ours, theirs = [(d.month, d.day) for d in (self.first, self.last)], [(d.month, d.day) for d in (first, last)]
        return ours[0] <= theirs[1] and theirs[0] <= ours[1]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was read as another one."""

    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question without its wording: complete in itself once what came before has been filled in.

    ``topic`` weighs the subjects (``c:questionnaire``, stems, ``p:cl``); ``words`` are the subject as typed, ``about``
    says that it was introduced as one. ``unknown`` are words that narrow the question and that no record knows.
    ``item`` is a number without a document; below zero it counts from the end.
    ``kinds`` narrow meetings (``virtual``, ``plenary`` …). ``past`` is the tense, ``everybody`` says that all parties
    are asked about.
    """

    intent: Intent = Intent.NONE
    parties: tuple[str, ...] = ()
    outsiders: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    item: int | None = None
    period: Period | None = None
    status: Status | None = None
    order: Order | None = None
    aspect: Aspect | None = None
    kinds: tuple[str, ...] = ()
    past: bool = False
    everybody: bool = False
    topic: Mapping[str, float] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    about: bool = False
    language_named: str | None = None
    courtesy: Courtesy | None = None
    page: int = 1

    def language_named_or(self, own: str | None) -> str | None:
        """The language that was asked for by name, unless the question is about words or papers; else its own."""
        if self.language_named and self.intent not in (Intent.DOCUMENTS, Intent.GLOSSARY):
            return self.language_named
        return own


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as understood.

    ``language`` is its own, None where it does not show. ``speaker`` says that "we" is asked about.
    ``wanted`` is its intent even where it says too little to stand alone.
    ``defines`` says that it asks what something means.
    ``refused`` says that it is none of the bot's whatever came before, ``tongue`` is a language that is named in it.
    ``item`` is an item number without a document, ``number`` one that may be meant so, ``places`` the documents
    whose place is named, ``move`` a step from the answer before.
    ``leftover`` are words that nothing was made of.
    """

    query: Query
    language: str | None
    corrections: tuple[Correction, ...] = ()
    leftover: tuple[str, ...] = ()
    speaker: bool = False
    begins: bool = False
    same: bool = False
    points_back: bool = False
    more: bool = False
    other: bool = False
    again: bool = False
    corrects: bool = False
    same_number: bool = False
    before_that: bool = False
    wanted: Intent = Intent.NONE
    refused: bool = False
    from_end: int = 0
    defines: bool = False
    after_that: bool = False
    tongue: str | None = None
    number: int | None = None
    seats: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    item: int | None = None
    move: Order | None = None
    cue: float = 0.0
