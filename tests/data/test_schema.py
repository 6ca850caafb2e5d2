from sqlite_utils import Database

from data.schema import MIGRATIONS, SCHEMA, apply


def test_schema_counts_the_migrations(empty: Database) -> None:
    assert (len(MIGRATIONS.applied(empty)), MIGRATIONS.pending(empty)) == (SCHEMA, [])


def test_migrations_are_numbered(empty: Database) -> None:
    numbers = [int(migration.name[1:4]) for migration in MIGRATIONS.applied(empty)]
    assert numbers == list(range(1, SCHEMA + 1))


def test_applying_again_changes_nothing(empty: Database) -> None:
    before = empty.schema
    apply(empty)
    assert empty.schema == before


def test_tables_are_strict(empty: Database) -> None:
    loose = empty.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict")
    assert {name for (name,) in loose} == {"_sqlite_migrations", "sqlite_schema"}


def test_every_reference_can_be_followed_back_by_an_index(empty: Database) -> None:
    missing = []
    for table in empty.tables:
        leading = {index.columns[0] for index in table.indexes} | set(table.pks[:1])
        missing += [(table.name, key.column) for key in table.foreign_keys if key.column not in leading]
    # Small tables, read whole at every start.
    assert missing == [("party", "conference"), ("document", "meeting"), ("term", "party")]
