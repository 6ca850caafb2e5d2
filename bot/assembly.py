"""The one place where the parts are joined: the store, filled, and what answers from it."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from data import connection, schema
from data.filling import fill
from data.merging import Merged, known_ids, merge
from data.model import Records
from data.store import Store
from data.store_file import StoreError, examine
from handlers.conversation import Conversation
from i18n.lexicon import lexicon, version

SECRETARIAT: Final = "secretariat"
"""The origin of records that somebody imports."""


def terms_of(text: str, language: str) -> Sequence[str]:
    """What the search index holds of a text."""
    return lexicon(language).terms(text)


class NoStoreError(StoreError):
    """There is no store yet."""


class Assembly:
    """The parts on one store; to be closed in its own thread. ``filled`` is what bringing it up to date did, if it was.

    Raises StoreError where the store cannot be used.
    """

    def __init__(self, database: Path, *, read_only: bool = False) -> None:
        """Open the store, make it where it is not there, and bring it to this release's records.

        With ``read_only`` it is looked at as it is, and the file is checked in full. Nothing is made or changed then:
        raises NoStoreError where there is none, and StoreError for one without records or of another schema.
        """
        self.filled: Merged | None = None
        if read_only:
            _examine(database)
            self._db = connection.connect_read_only(database)
        else:
            self._db = connection.connect(database)
        try:
            if not read_only:
                self.filled = fill(self._db, terms_of, version())
            elif schema.version(self._db) != schema.SCHEMA:
                raise StoreError(f"{database}: holds no records of this release; a question brings it up to date")
        except BaseException:
            self._db.close()
            raise

    @cached_property
    def conversation(self) -> Conversation:
        """What answers questions."""
        return Conversation(self.store)

    @cached_property
    def store(self) -> Store:
        """The records."""
        return Store.of(self._db)

    @property
    def known(self) -> frozenset[str]:
        """Every identifier on record: what new records may refer to."""
        return known_ids(self._db)

    def take_in(self, records: Records) -> Merged:
        """Put records of the secretariat's into the store; what was read from it before is out of date then."""
        return merge(self._db, records, SECRETARIAT, terms_of)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._db.close()


def _examine(database: Path) -> None:
    try:
        examine(database, check=True)
        size = database.stat().st_size
    except FileNotFoundError as error:
        raise NoStoreError(f"{database}: is not there") from error
    except OSError as error:
        raise StoreError(f"{database}: cannot be used ({error.strerror})") from error
    if not size:
        raise StoreError(f"{database}: is empty")
