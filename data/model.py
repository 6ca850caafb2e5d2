"""The records of the two conferences, as frozen dataclasses that import nothing of ours.

Identifiers are fixed and printed: ``BER-7`` (agreement), ``BER-7a`` (commitment), ``M-2017-09-26``
(meeting), ``G-GCM`` (term), ``CL`` or ``RCM-TS`` (party), ``BER`` (document). A ``Text`` maps each
language of ``i18n`` to words in it; a record lacks none of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

Text: TypeAlias = Mapping[str, str]
"""Words by language code (``es``, ``en``)."""

Names: TypeAlias = Mapping[str, tuple[str, ...]]
"""What people type for a thing, by language code; without the names it already has."""


class DueKind(StrEnum):
    """How a date binds: a limit, an anchor, or a recurrence."""

    BY = "by"
    BEFORE = "before"
    ON = "on"
    DURING = "during"
    RECURRING = "recurring"


class Precision(StrEnum):
    """How exactly the document gives the date."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEMESTER = "semester"


class Certainty(StrEnum):
    """Whether the document fixes the date, proposes it, or we derived it."""

    FIRM = "firm"
    TENTATIVE = "tentative"
    INFERRED = "inferred"


class Performance(StrEnum):
    """Whether each bound state delivers its own, or one delivery ends it for all."""

    EACH = "each"
    JOINT = "joint"


class Strength(StrEnum):
    """The verb of the document, from the strongest to the one that binds nobody."""

    COMMITS = "commits"
    SHOULD = "should"
    PROPOSES = "proposes"
    INVITES = "invites"
    ASKS = "asks"
    ACCEPTS = "accepts"
    WISHES = "wishes"
    TAKES_NOTE = "takes-note"
    REPORTS = "reports"


class RelationKind(StrEnum):
    """How a record stands to an earlier one."""

    REITERATES = "reiterates"
    NARROWS = "narrows"
    WIDENS = "widens"
    REPLACES = "replaces"
    CONFLICTS = "conflicts"
    FULFILS = "fulfils"


class PartyKind(StrEnum):
    """What can owe or be owed something."""

    STATE = "state"
    CONFERENCE = "conference"
    TROIKA = "troika"
    SECRETARIAT = "secretariat"
    PRESIDENCY = "presidency"
    GROUP = "group"
    ORGANISATION = "organisation"


class DocumentKind(StrEnum):
    """What the text is."""

    MINUTES = "minutes"
    REPORT = "report"
    CONCEPT_NOTE = "concept-note"


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    PLENARY = "plenary"
    WORKING = "working"
    TROIKAS = "troikas"
    CONFERENCE = "conference"
    PRESIDENCIES = "presidencies"
    GROUP = "group"
    SIDE_EVENT = "side-event"
    PREPARATORY = "preparatory"
    NEGOTIATION = "negotiation"
    DIALOGUE = "dialogue"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Due:
    """When a commitment falls due.

    ``start`` and ``end`` are the first and last full days ("before 7 September" ends on the 6th), None
    where unknown; then ``event`` names the anchor: a meeting's identifier, or words in each language.
    ``every`` is an ISO 8601 duration (``P1Y``) for ``recurring``.
    """

    kind: DueKind
    start: date | None = None
    end: date | None = None
    event: str | Text | None = None
    every: str | None = None
    precision: Precision = Precision.DAY
    certainty: Certainty = Certainty.FIRM


@dataclass(frozen=True, slots=True)
class Commitment:
    """One duty inside an agreement: who does what, towards whom, by when."""

    id: str
    responsible: tuple[str, ...]
    strength: Strength
    summary: Text
    counterparties: tuple[str, ...] = ()
    performance: Performance = Performance.JOINT
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """From the record that holds it to an earlier agreement, or (``fulfils``) to a commitment."""

    kind: RelationKind
    to: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """A numbered item of an adopted document."""

    id: str
    document: str
    number: int
    topic: str
    title: Text
    summary: Text
    commitments: tuple[Commitment, ...] = ()
    relations: tuple[Relation, ...] = ()
    keywords: Names = field(default_factory=dict)
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Minutes, a report or a concept note. ``adopted`` is an ISO day or month, None where undated."""

    id: str
    kind: DocumentKind
    title: Text
    language: str
    adopted: str | None = None
    meeting: str | None = None
    note: Text | None = None
    keywords: Names = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event on record: ``M-`` with a date, ``E-`` without one.

    ``start`` is an ISO day, an ISO month where the day is unknown, or None.

    ``reported`` names the sources that report it as held; without any, nobody says that it took place.
    """

    id: str
    title: Text
    kind: MeetingKind
    sources: tuple[str, ...]
    start: str | None = None
    end: str | None = None
    place: Text | None = None
    certainty: Certainty = Certainty.FIRM
    virtual: bool = False
    parties: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    keywords: Names = field(default_factory=dict)
    note: Text | None = None
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """That a party belongs to a body, and which document says so; open-ended where no date is on record."""

    party: str
    source: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who can owe or be owed. A state's names come from CLDR by its code; ``names`` adds what people type.

    ``seats`` are cities that stand for its government, unless a meeting is spoken of.
    """

    id: str
    kind: PartyKind
    name: Text | None = None
    short: Text | None = None
    conference: str | None = None
    names: Names = field(default_factory=dict)
    seats: Names = field(default_factory=dict)
    members: tuple[Membership, ...] = ()
    note: Text | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outsider:
    """A state of neither conference, known by what people type so that it can be named as one; never a party."""

    id: str
    names: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym or word of the field, explained in our own words."""

    id: str
    acronym: Text
    name: Text
    meaning: Text
    names: Names = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading under which agreements stand together."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Where the documents disagree: what each says, in one text; ``sources`` from the earlier to the later."""

    id: str
    about: tuple[str, ...]
    says: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything of one release or one import."""

    topics: tuple[Topic, ...] = ()
    documents: tuple[Document, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    parties: tuple[Party, ...] = ()
    terms: tuple[Term, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    outsiders: tuple[Outsider, ...] = ()
