"""Filling the store with the records that this release ships, at every start, mostly by finding it done."""

import hashlib
from importlib.resources import files

from sqlite_utils import Database

from data.connection import writing
from data.merging import SHIPPED, Merged, merge, reindex_all
from data.search_index import TermsOf


def fill(db: Database, terms_of: TermsOf, terms_version: str = "") -> Merged | None:
    """Bring the store to this release's records, and its index to ``terms_version``; None where it is there.

    ``terms_version`` changes whenever ``terms_of`` may make other terms of the same text.

    Raises StoreError when something has to be written and cannot be.
    """
    wanted = {"records": shipped_digest(), "terms": terms_version}
    stored = dict(db.execute("SELECT name, digest FROM release").fetchall())
    if stored == wanted:
        return None
    with writing(db):
        merged = Merged()
        if stored.get("records") != wanted["records"]:
            # Validation costs more than all else at a start, and a filled store needs none.
            from data.shipped import shipped_records  # noqa: PLC0415

            merged = merge(db, shipped_records(), SHIPPED, terms_of)
        if stored.get("terms", terms_version) != terms_version:
            reindex_all(db, terms_of)
        db.conn.executemany("INSERT OR REPLACE INTO release VALUES (?, ?)", list(wanted.items()))
    return merged


def shipped_digest() -> str:
    """SHA-256 over the names and bytes of the shipped files, unparsed."""
    found = hashlib.sha256()
    for file in sorted(files("data").joinpath("records").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            found.update(hashlib.sha256(file.name.encode()).digest())
            found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()
