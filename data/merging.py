"""Bringing records into the store: those of a release, and those that somebody imports."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlite_utils import Database

from data.agreements import Agreements
from data.connection import writing
from data.derived import derive
from data.digest import digest
from data.directory import Directory
from data.model import Agreement, Records
from data.record_writer import KINDS, Record, all_of, is_used, put, remove
from data.search import TermsOf, reindex, unindex

SHIPPED = "shipped"
"""The origin of records that came with a release."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, as identifiers; what was already as it should be is in none.

    ``kept`` are records that a release has otherwise, or has no longer, and that stay because the secretariat edited
    them or because another record needs them.
    """

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


def merge(db: Database, records: Records, origin: str, terms_of: TermsOf) -> Merged:
    """Bring ``records`` into the store, in one transaction, with all that is derived from them.

    With the origin `SHIPPED` they are a whole release: what the secretariat has not touched follows it, also in
    being withdrawn; what it has edited stays. With any other origin each record given replaces what was there, and
    belongs to the secretariat from then on. The same merge again does nothing.
    """
    with writing(db):
        merge_ = _Merge(db, origin)
        merge_.take_in(all_of(records))
        if origin == SHIPPED:
            merge_.withdraw(all_of(records))
        if merge_.changed:
            derive(db)
            _index(db, merge_.changed, terms_of)
        return merge_.result()


def reindex_all(db: Database, terms_of: TermsOf) -> None:
    """Rebuild the search index from the store, for instance after the lexicons have changed."""
    with writing(db):
        agreements = Agreements(db)
        for (document,) in db.execute("SELECT id FROM document").fetchall():
            reindex(db, agreements.get(agreements.ids_of(document)), terms_of)


def known_ids(db: Database) -> frozenset[str]:
    """Every identifier on record, the commitments' included: what an import may refer to."""
    return frozenset(id_ for (id_,) in db.execute("SELECT id FROM record UNION ALL SELECT id FROM commitment"))


@dataclass(slots=True)
class _Merge:
    db: Database
    origin: str
    changed: dict[str, str] = field(default_factory=dict)
    _added: list[str] = field(default_factory=list)
    _updated: list[str] = field(default_factory=list)
    _kept: list[str] = field(default_factory=list)
    _withdrawn: list[str] = field(default_factory=list)
    _registry: dict[tuple[str, str], tuple[str, str | None]] = field(default_factory=dict)
    _stored: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind, id_, origin, shipped in self.db.execute("SELECT kind, id, origin, shipped FROM record"):
            self._registry[kind, id_] = origin, shipped

    def result(self) -> Merged:
        return Merged(tuple(self._added), tuple(self._updated), tuple(self._kept), tuple(self._withdrawn))
