"""Bringing records into the store: those of a release, and those that somebody imports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from data.agreements import Agreements
from data.connection import writing
from data.derived import derive
from data.digest import digest
from data.directory import Directory
from data.model import Agreement, Records, Topic
from data.record_writer import KINDS, Record, all_of, is_used, put, remove
from data.search_index import TermsOf, reindex, unindex

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
    belongs to the secretariat from then on. The same merge again changes nothing.

    Raises sqlite3.IntegrityError, and changes nothing, where a record names a topic, document, meeting or party
    that is neither given nor stored: validated records never do.
    """
    with writing(db):
        merge_ = _Merge(db, origin)
        for record in all_of(records):
            merge_.take_in(record)
        if origin == SHIPPED:
            merge_.withdraw(all_of(records))
        if merge_.written or merge_.withdrawn:
            derive(db)
            reindex(db, Agreements(db).get(_to_index(db, merge_.written)), terms_of)
        return Merged(tuple(merge_.added), tuple(merge_.updated), tuple(merge_.kept), tuple(merge_.withdrawn))


def reindex_all(db: Database, terms_of: TermsOf) -> None:
    """Rebuild the search index from the store, for instance after the lexicons have changed."""
    with writing(db):
        ids = [id_ for (id_,) in db.execute("SELECT id FROM agreement")]
        reindex(db, Agreements(db).get(ids), terms_of)


def known_ids(db: Database) -> frozenset[str]:
    """Everything on record that an import may refer to: its kind and its identifier, as ``commitment BER-7a``."""
    return frozenset(
        f"{kind} {id_}"
        for kind, id_ in db.execute("SELECT kind, id FROM record UNION ALL SELECT 'commitment', id FROM commitment")
    )


def _to_index(db: Database, written: Iterable[Record]) -> list[str]:
    found = {record.id: None for record in written if isinstance(record, Agreement)}
    agreements = Agreements(db)
    for record in written:
        if isinstance(record, Topic):
            found.update(dict.fromkeys(agreements.of_topic(record.id)))
    return list(found)


class _Merge:
    """One merge under way."""

    def __init__(self, db: Database, origin: str) -> None:
        self.written: list[Record] = []
        self.added: list[str] = []
        self.updated: list[str] = []
        self.kept: list[str] = []
        self.withdrawn: list[str] = []
        self._db = db
        self._origin = origin
        self._before = Directory(db)
        self._registry: dict[tuple[str, str], tuple[str, str | None]] = {
            (kind, id_): (source, shipped)
            for kind, id_, source, shipped in db.execute("SELECT kind, id, origin, shipped FROM record")
        }

    def take_in(self, record: Record) -> None:
        """Add or update a record, or leave what the store has under its identifier."""
        kind, content = KINDS[type(record)], digest(record)
        if (kind, record.id) not in self._registry:
            self._write(record, self._origin, content if self._origin == SHIPPED else None)
            self.added.append(record.id)
            return
        origin, shipped = self._registry[kind, record.id]
        if self._origin == SHIPPED and shipped == content:
            return
        stored = self._digest(kind, record.id)
        if stored == content:
            if self._origin == SHIPPED:
                self._register(kind, record.id, SHIPPED, content)
        elif self._origin != SHIPPED:
            self._write(record, self._origin, shipped)
            self.updated.append(record.id)
        elif origin == SHIPPED and stored == shipped:
            self._write(record, SHIPPED, content)
            self.updated.append(record.id)
        else:
            self.kept.append(record.id)

    def withdraw(self, release: Iterable[Record]) -> None:
        """Take out what an earlier release shipped and this one has not, unless it is edited or still needed."""
        present = {(KINDS[type(record)], record.id) for record in release}
        gone: list[tuple[str, str]] = []
        for (kind, id_), (origin, shipped) in self._registry.items():
            if shipped is None or (kind, id_) in present:
                continue
            if origin == SHIPPED and self._digest(kind, id_) == shipped:
                gone.append((kind, id_))
            else:
                self.kept.append(id_)
        while removable := [(kind, id_) for kind, id_ in gone if not is_used(self._db, kind, id_)]:
            for kind, id_ in removable:
                self._remove(kind, id_)
                gone.remove((kind, id_))
        self.kept.extend(id_ for _, id_ in gone)

    def _digest(self, kind: str, id_: str) -> str | None:
        """Of what the store had before the merge; None if it is gone."""
        stored: Record | None
        if kind == KINDS[Agreement]:
            stored = next(iter(Agreements(self._db).get([id_])), None)
        else:
            before = self._before
            small: Mapping[str, Mapping[str, Record]] = {
                "topic": before.topics,
                "party": before.parties,
                "outsider": before.outsiders,
                "meeting": before.meetings,
                "document": before.documents,
                "term": before.terms,
                "discrepancy": before.discrepancies,
            }
            stored = small[kind].get(id_)
        return None if stored is None else digest(stored)

    def _write(self, record: Record, origin: str, shipped: str | None) -> None:
        put(self._db, record)
        self._register(KINDS[type(record)], record.id, origin, shipped)
        self.written.append(record)

    def _register(self, kind: str, id_: str, origin: str, shipped: str | None) -> None:
        self._db.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)", [kind, id_, origin, shipped])

    def _remove(self, kind: str, id_: str) -> None:
        if kind == KINDS[Agreement]:
            unindex(self._db, id_)
        remove(self._db, kind, id_)
        self._db.execute("DELETE FROM record WHERE kind = ? AND id = ?", [kind, id_])
        self.withdrawn.append(id_)
