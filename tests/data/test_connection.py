import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from data.connection import StoreError, connect, writing
from data.schema import SCHEMA

MAKE_AND_LEAVE = """
import os, sys
from data.connection import connect, writing
db = connect(sys.argv[1])
with writing(db):
    db.execute("INSERT INTO release VALUES ('left', 'behind')")
os._exit(0)
"""


def make(path: Path) -> None:
    connect(path).close()


def change(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


def nonsense(path: Path) -> None:
    path.write_text("a letter, not a database\n" * 40)


def shortened(path: Path) -> None:
    make(path)
    path.write_bytes(path.read_bytes()[:70])


def halved(path: Path) -> None:
    make(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribbled(path: Path) -> None:
    make(path)
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)


def newer(path: Path) -> None:
    make(path)
    change(path, f"PRAGMA user_version = {SCHEMA + 1}")


def foreign(path: Path) -> None:
    change(path, "CREATE TABLE addresses (name TEXT)")


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize(
    ("prepare", "why"),
    [
        (nonsense, "is not a database"),
        (shortened, "is damaged"),
        (halved, "is damaged"),
        (scribbled, "is damaged"),
        (newer, f"was written by a newer release (schema {SCHEMA + 1}; this one knows {SCHEMA})"),
        (foreign, "is a database of another program"),
    ],
)
def test_a_refused_file_stays_as_it_was(tmp_path: Path, prepare: Callable[[Path], None], why: str) -> None:
    path = tmp_path / "store.db"
    prepare(path)
    before = snapshot(tmp_path)
    with pytest.raises(StoreError) as refusal:
        connect(path)
    assert str(refusal.value).startswith(f"{path}: {why}")
    assert "\n" not in str(refusal.value)
    assert snapshot(tmp_path) == before


def test_a_newer_schema_in_a_log_that_was_left_behind_is_refused(tmp_path: Path) -> None:
    live, left = tmp_path / "live.db", tmp_path / "left"
    make(live)
    left.mkdir()
    with closing(sqlite3.connect(live)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        for name in ("live.db", "live.db-wal"):
            (left / name).write_bytes((tmp_path / name).read_bytes())
    before = snapshot(left)
    with pytest.raises(StoreError, match="newer release"):
        connect(left / "live.db")
    assert snapshot(left) == before


def test_what_a_killed_writer_committed_is_there(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    subprocess.run([sys.executable, "-c", MAKE_AND_LEAVE, str(path)], check=True, cwd=Path(__file__).parents[2])
    assert path.with_name("store.db-wal").stat().st_size
    with closing(connect(path)) as db:
        assert db.execute("SELECT digest FROM release").fetchall() == [("behind",)]


def test_first_starts_at_the_same_time_all_succeed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; from data.connection import connect; connect(sys.argv[1])"]
    starts = [subprocess.Popen([*command, str(tmp_path / "store.db")], cwd=Path(__file__).parents[2]) for _ in range(6)]
    assert [start.wait() for start in starts] == [0] * 6


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a directory"):
        connect(tmp_path)


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be"):
        connect(tmp_path / "file" / "store.db")


def test_folder_and_store_are_created(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "store.db"
    with closing(connect(path)) as db:
        pragmas = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("foreign_keys", "user_version")}
        assert (db.journal_mode, pragmas) == ("wal", {"foreign_keys": 1, "user_version": SCHEMA})


def test_a_new_store_and_its_log_are_for_their_owner_alone(tmp_path: Path) -> None:
    real, link = tmp_path / "store.db", tmp_path / "link.db"
    link.symlink_to(real)
    with closing(connect(link)) as db, writing(db):
        db.execute("INSERT INTO release VALUES ('a', '1')")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
        assert modes == dict.fromkeys(("link.db", "store.db", "store.db-wal", "store.db-shm"), 0o600)


def test_a_store_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    make(path)
    path.chmod(0o640)
    make(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    with closing(connect(path)) as db:
        assert db.execute("SELECT count(*) FROM agreement").fetchone() == (0,)


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    make(path)
    before = snapshot(tmp_path)
    make(path)
    assert snapshot(tmp_path) == before


def test_a_store_in_memory_is_its_own() -> None:
    with closing(connect(":memory:")) as one, closing(connect(":memory:")) as other:
        one.execute("INSERT INTO release VALUES ('a', 'b')")
        assert other.execute("SELECT count(*) FROM release").fetchone() == (0,)


def test_a_copy_that_lost_its_log_mode_gets_it_back(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    make(path)
    change(path, "PRAGMA journal_mode = delete")
    with closing(connect(path)) as db:
        assert db.journal_mode == "wal"


def test_the_quick_check_can_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    make(path)
    path.write_bytes(path.read_bytes()[:-4096] + b"\xff" * 4096)
    connect(path, check=False).close()
    with pytest.raises(StoreError, match="is damaged"):
        connect(path, check=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
@pytest.mark.parametrize("also_folder", [False, True])
def test_a_read_only_store_is_read_and_not_written(tmp_path: Path, also_folder: bool) -> None:
    folder = tmp_path / "folder"
    path = folder / "store.db"
    make(path)
    path.chmod(stat.S_IRUSR)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR if also_folder else stat.S_IRWXU)
    try:
        with closing(connect(path)) as db:
            assert db.execute("SELECT count(*) FROM agreement").fetchone() == (0,)
            with pytest.raises(StoreError, match="read-only"), writing(db):
                db.execute("INSERT INTO release VALUES ('a', '1')")
    finally:
        folder.chmod(stat.S_IRWXU)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_an_unreadable_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    make(path)
    path.chmod(0)
    with pytest.raises(StoreError, match=r"cannot be read \(Permission denied\)"):
        connect(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(StoreError, match="cannot be"):
            connect(tmp_path / "store.db")
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def rows(db: Database) -> list[tuple[str, str]]:
    return db.execute("SELECT name, digest FROM release ORDER BY name").fetchall()


def test_writing_commits(empty: Database) -> None:
    with writing(empty), writing(empty) as inner:
        inner.execute("INSERT INTO release VALUES ('a', '1')")
    assert (rows(empty), empty.conn.in_transaction) == ([("a", "1")], False)


def write_and_fail(db: Database, sql: str, error: Exception | None = None) -> None:
    with writing(db):
        with writing(db):
            db.execute("INSERT INTO release VALUES ('a', '1')")
            db.execute(sql)
        if error:
            raise error


def test_an_exception_takes_back_what_joined(empty: Database) -> None:
    with pytest.raises(RuntimeError):
        write_and_fail(empty, "SELECT 1", RuntimeError())
    assert (rows(empty), empty.conn.in_transaction) == ([], False)


def test_a_broken_reference_takes_back_everything(empty: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        write_and_fail(empty, "INSERT INTO meeting_party VALUES ('M-2017-01-01', 0, 'CL')")
    assert (rows(empty), empty.conn.in_transaction) == ([], False)


def test_writing_locks_from_its_start(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with closing(connect(path)) as one, closing(connect(path)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        with writing(one):
            assert rows(other) == []
            with pytest.raises(StoreError, match="is locked"), writing(other):
                pytest.fail("both write")
        with writing(other):
            other.execute("INSERT INTO release VALUES ('a', '1')")
        assert rows(one) == [("a", "1")]
