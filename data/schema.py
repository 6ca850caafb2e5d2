"""The tables of the store, as numbered migrations: a new one is a function at the end and ``SCHEMA`` + 1.

Records refer to each other by identifier. Foreign keys are deferred to the commit, so that one transaction may
write records in any order. ``relation.target``, ``meeting_source.source`` and ``discrepancy_about.about`` may name
several kinds of record and have none. ``key`` keeps the order in which records came in.
"""

from sqlite_utils import Database, Migrations

APPLICATION = 0x41435545
"""``PRAGMA application_id`` of a store: "ACUE"."""

SCHEMA = 1
"""``PRAGMA user_version`` of a store after all migrations: how many there are."""

MIGRATIONS = Migrations("acuerdos")


def apply(db: Database) -> None:
    """Bring the tables to ``SCHEMA``; within the caller's transaction."""
    MIGRATIONS.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {SCHEMA}")


def version(db: Database) -> int:
    """The number of migrations that this store has seen."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


@MIGRATIONS()
def m001_records(db: Database) -> None:
    """Records, where each came from, and what is derived from them: duties and the search index."""
    db.executescript(_REGISTRY + _SMALL_KINDS + _AGREEMENTS + _DERIVED)


_REGISTRY = """
CREATE TABLE record (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    origin TEXT NOT NULL,
    shipped TEXT,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE release (name TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE edition (only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL) STRICT;
INSERT INTO edition VALUES (1, '');
CREATE TABLE prepared (name TEXT PRIMARY KEY, version TEXT NOT NULL, content TEXT NOT NULL) STRICT;
"""

_SMALL_KINDS = """
CREATE TABLE topic (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
CREATE TABLE outsider (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, names TEXT NOT NULL) STRICT;
CREATE TABLE party (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT,
    short TEXT,
    conference TEXT REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    seats TEXT NOT NULL,
    names TEXT NOT NULL,
    note TEXT,
    sources TEXT NOT NULL
) STRICT;
CREATE TABLE membership (
    body TEXT NOT NULL REFERENCES party (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    party TEXT NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL,
    since TEXT,
    until TEXT,
    PRIMARY KEY (body, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_party ON membership (party);
CREATE TABLE meeting (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    start TEXT,
    end TEXT,
    place TEXT,
    certainty TEXT NOT NULL,
    virtual INTEGER NOT NULL,
    keywords TEXT NOT NULL,
    note TEXT
) STRICT;
CREATE TABLE meeting_source (
    meeting TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL CHECK (role IN ('source', 'reported')),
    position INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (meeting, role, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE meeting_party (
    meeting TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    party TEXT NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_party_party ON meeting_party (party);
CREATE TABLE document (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    adopted TEXT,
    meeting TEXT REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT,
    keywords TEXT NOT NULL
) STRICT;
CREATE TABLE term (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    acronym TEXT NOT NULL,
    name TEXT NOT NULL,
    meaning TEXT NOT NULL,
    names TEXT NOT NULL,
    sources TEXT NOT NULL,
    party TEXT REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE discrepancy (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    says TEXT NOT NULL,
    sources TEXT NOT NULL
) STRICT;
CREATE TABLE discrepancy_about (
    discrepancy TEXT NOT NULL REFERENCES discrepancy (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    about TEXT NOT NULL,
    PRIMARY KEY (discrepancy, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE relation (
    holder TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (holder, position)
) STRICT;
CREATE INDEX relation_target ON relation (target, kind);
CREATE INDEX relation_kind ON relation (kind);
"""

_AGREEMENTS = """
CREATE TABLE agreement (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    topic TEXT NOT NULL REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    keywords TEXT NOT NULL,
    note TEXT
) STRICT;
CREATE UNIQUE INDEX agreement_document ON agreement (document, number);
CREATE INDEX agreement_topic ON agreement (topic);
CREATE TABLE commitment (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    agreement TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    performance TEXT NOT NULL,
    strength TEXT NOT NULL,
    summary TEXT NOT NULL,
    due_kind TEXT,
    due_start TEXT,
    due_end TEXT,
    due_event TEXT,
    due_every TEXT,
    due_precision TEXT,
    due_certainty TEXT,
    settled_by TEXT,
    superseded_by TEXT
) STRICT;
CREATE INDEX commitment_agreement ON commitment (agreement);
CREATE INDEX commitment_superseded ON commitment (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE TABLE commitment_party (
    commitment TEXT NOT NULL REFERENCES commitment (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL CHECK (role IN ('responsible', 'counterparty')),
    position INTEGER NOT NULL,
    party TEXT NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (commitment, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_party_party ON commitment_party (party);
"""

# duty: a row for each responsible party of each commitment that binds and is not superseded. The days are those on
# which it can fall due, NULL where no date is on record; both indexes cover the queries of data.agreements.
_DERIVED = """
CREATE TABLE duty (
    commitment INTEGER NOT NULL REFERENCES commitment (key) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    party TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    sort_day TEXT,
    settled INTEGER NOT NULL
) STRICT;
CREATE INDEX duty_commitment ON duty (commitment);
CREATE INDEX duty_party ON duty (party, last_day, first_day, settled, commitment, sort_day);
CREATE INDEX duty_day ON duty (last_day, first_day, settled, commitment, sort_day);
CREATE VIRTUAL TABLE agreement_terms USING fts5 (
    title, body, tokenize = "ascii tokenchars '_:'", detail = column, columnsize = 0
);
CREATE VIRTUAL TABLE agreement_vocabulary USING fts5vocab (agreement_terms, row);
CREATE TABLE term_frequency (term TEXT PRIMARY KEY, agreements INTEGER NOT NULL) STRICT, WITHOUT ROWID;
"""
