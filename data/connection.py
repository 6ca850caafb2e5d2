"""Opening the store, and the one way to write to it."""

import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from data import schema
from data.store_file import StoreError, examine, read_only_uri

__all__ = ["StoreError", "connect", "writing"]

_WAIT_SECONDS = 10.0
_WAL_ATTEMPTS = 200
_MEMORY = ":memory:"
_CACHE_KIB = 16 * 1024


def connect(path: Path | str, *, check: bool | None = None) -> Database:
    """Open the store at ``path``, creating it (readable by its owner alone), its folder and missing tables.

    The connection belongs to the calling thread. It is in autocommit mode: changes that belong together stand in
    `writing`. A current store that cannot be written opens for reading. ``":memory:"`` is a new store of its own.
    ``check`` asks for a quick check of the file; None: where it is small.

    Raises StoreError and leaves the file as it was: for a directory, no database, another program's, a damaged
    one, a newer schema, a path that cannot be read or written, and a store that stays locked for ten seconds.
    """
    if str(path) == _MEMORY:
        return _prepared(_opened(_MEMORY, uri=False), _MEMORY)
    path = Path(path)
    try:
        examine(path, check)
        path.parent.mkdir(parents=True, exist_ok=True)
        _create(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be used ({error.strerror})") from error
    try:
        return _prepared(_opened(str(path), uri=False), path)
    except StoreError:
        if not _readable_only(path):
            raise
    return _prepared(_opened(read_only_uri(path), uri=True), path)


def connect_read_only(path: Path) -> Database:
    """Open the store at ``path`` as it is: nothing is made, brought up to date or written.

    Raises StoreError where it cannot be opened.
    """
    return _opened(read_only_uri(path), uri=True)


@contextmanager
def writing(db: Database) -> Iterator[Database]:
    """One transaction that may write, from its first statement on; inside another one it joins that.

    Commits at the end and rolls back on any exception. Whoever catches an exception between two joined blocks
    keeps what the inner one had written until then.

    Raises StoreError when the store is read-only, full, or locked by another writer for ten seconds.
    """
    if db.conn.in_transaction:
        yield db
        return
    with _explained(_name(db)):
        # sqlite-utils' atomic() begins deferred: a read and then a write fail at once when another has written.
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.conn.execute("COMMIT")
        except BaseException:
            # SQLite itself may have rolled back already, for instance on a full disk.
            if db.conn.in_transaction:
                db.conn.execute("ROLLBACK")
            raise


def _create(path: Path) -> None:
    """An empty file where there is none; what SQLite puts beside it gets the same mode."""
    with suppress(FileExistsError):
        os.close(os.open(path.resolve(), os.O_CREAT | os.O_EXCL | os.O_WRONLY, stat.S_IRUSR | stat.S_IWUSR))


def _opened(target: str, *, uri: bool) -> Database:
    with _explained(target):
        connection = sqlite3.connect(target, timeout=_WAIT_SECONDS, isolation_level=None, uri=uri)
        return Database(connection, recursive_triggers=False, execute_plugins=False)


def _prepared(db: Database, path: Path | str) -> Database:
    try:
        with _explained(path):
            db.execute("PRAGMA foreign_keys = ON")
            db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            if schema.version(db) != schema.SCHEMA:
                _use_wal(db)
                with writing(db):
                    # Another process may have been first while this one waited for the lock.
                    if schema.version(db) != schema.SCHEMA:
                        schema.apply(db)
            elif os.access(path, os.W_OK):
                _use_wal(db)
    except BaseException:
        db.close()
        raise
    return db


def _use_wal(db: Database) -> None:
    """Switch to a write-ahead log, which readers and a writer can use at the same time; kept in the file."""
    for attempt in range(_WAL_ATTEMPTS):
        try:
            db.enable_wal()
        except sqlite3.OperationalError as error:
            # SQLite does not wait here when another process is about to do the same.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or attempt == _WAL_ATTEMPTS - 1:
                raise
            time.sleep(_WAIT_SECONDS / _WAL_ATTEMPTS)
        else:
            return


def _readable_only(path: Path) -> bool:
    return os.access(path, os.R_OK) and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _name(db: Database) -> str:
    return next((row[2] for row in db.conn.execute("PRAGMA database_list") if row[1] == "main"), "") or _MEMORY


_CAUSES = {
    sqlite3.SQLITE_BUSY: f"is locked by another program for more than {_WAIT_SECONDS:.0f} seconds",
    sqlite3.SQLITE_READONLY: "cannot be written (read-only)",
    sqlite3.SQLITE_PERM: "cannot be written (permission denied)",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_FULL: "cannot be written (disk full)",
    sqlite3.SQLITE_IOERR: "cannot be read or written (disk error)",
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_NOTADB: "is not a database",
}


@contextmanager
def _explained(path: Path | str) -> Iterator[None]:
    """Turn SQLite's complaints about the file, and only those, into StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        cause = _CAUSES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if cause is None:
            raise
        raise StoreError(f"{path}: {cause}") from error
