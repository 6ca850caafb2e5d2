"""Whether a file can be our store, found out without changing a byte of it or of its folder."""

import shutil
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from data.schema import APPLICATION, SCHEMA

_MAGIC = b"SQLite format 3\x00"
_CHEAP = 50 * 1024 * 1024
_ATTEMPTS = 100
_PAUSE_SECONDS = 0.05
_SUFFIXES = ("", "-wal", "-journal")


class StoreError(Exception):
    """The store cannot be used. The message is one line that names the path and says why."""


def examine(path: Path, check: bool | None) -> None:
    """Return when ``path`` is absent, empty or a sound store that this program knows.

    ``check`` asks for SQLite's quick check; None means: below 50 MB.

    Raises StoreError for a directory, a file that cannot be read or is no database, a damaged one, another
    program's, and a newer store than ``SCHEMA``.
    """
    for _ in range(_ATTEMPTS):
        state = _state(path)
        try:
            _examine(path, check)
        except StoreError:
            # Another process may be creating the store, or moving its log into it: then the finding says nothing.
            time.sleep(_PAUSE_SECONDS)
            if _state(path) == state:
                raise
        else:
            return
    raise StoreError(f"{path}: is being changed by another program all the time")


def read_only_uri(path: Path) -> str:
    """How to open a file that nothing may be written beside.

    Without a write-ahead log the file is complete, and ``immutable`` keeps SQLite from creating one. With one,
    somebody has it open or the last writer was cut off, and SQLite has to look at both.
    """
    log = path.with_name(path.name + "-wal")
    complete = not log.exists() or not log.stat().st_size
    return f"{path.resolve().as_uri()}?mode=ro" + ("&immutable=1" if complete else "")


def _state(path: Path) -> list[tuple[int, int] | None]:
    """What changes when somebody writes."""
    found: list[tuple[int, int] | None] = []
    for suffix in _SUFFIXES:
        try:
            stat = path.with_name(path.name + suffix).stat()
        except OSError:
            found.append(None)
        else:
            found.append((stat.st_mtime_ns, stat.st_size))
    return found


def _examine(path: Path, check: bool | None) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a directory, not a store")
    try:
        with path.open("rb") as file:
            header = file.read(100)
        size = path.stat().st_size
        if not size:
            return
        if header[:16] != _MAGIC:
            raise StoreError(f"{path}: is not a database")
        if len(header) < 100:
            raise StoreError(f"{path}: is damaged (cut off after {size} bytes)")
        _look_into(path, size < _CHEAP if check is None else check)
    except FileNotFoundError:
        return
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise StoreError(f"{path}: is damaged ({error})") from error
        raise StoreError(f"{path}: cannot be read ({error})") from error
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror})") from error


def _look_into(path: Path, check: bool) -> None:
    wal, journal, shared = (path.with_name(path.name + suffix) for suffix in ("-wal", "-journal", "-shm"))
    unfinished = journal.exists() or (wal.exists() and not shared.exists())
    if not unfinished:
        with closing(sqlite3.connect(read_only_uri(path), uri=True, timeout=10)) as connection:
            _examine_connection(path, connection, check)
        return
    # Left by a writer that was cut off: only a writing connection can recover it, so look at a copy.
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, path.name)
        for source in (path, wal, journal):
            if source.exists():
                shutil.copyfile(source, Path(folder, source.name))
        with closing(sqlite3.connect(copy)) as connection:
            _examine_connection(path, connection, check)


def _examine_connection(path: Path, connection: sqlite3.Connection, check: bool) -> None:
    # One snapshot: another process may be about to create the tables.
    connection.execute("BEGIN")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and (tables or version or application):
        raise StoreError(f"{path}: is a database of another program")
    if version > SCHEMA:
        raise StoreError(f"{path}: was written by a newer release (schema {version}; this one knows {SCHEMA})")
    if check:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise StoreError(f"{path}: is damaged ({' '.join(str(found).split())})")
