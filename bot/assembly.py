"""The one place where the parts are joined: the store, filled, and what answers from it."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from data.connection import connect
from data.filling import fill
from data.merging import Merged, known_ids, merge
from data.model import Records
from data.store import Store
from handlers.conversation import Conversation
from i18n.lexicon import lexicon, version

SECRETARIAT: Final = "secretariat"
"""The origin of records that somebody imports."""


def terms_of(text: str, language: str) -> Sequence[str]:
    """What the search index holds of a text."""
    return lexicon(language).terms(text)


class Assembly:
    """The parts on one store, opened and brought to this release's records; to be closed in its own thread.

    Raises StoreError where the store cannot be used.
    """

    def __init__(self, database: Path) -> None:
        self._db = connect(database)
        try:
            fill(self._db, terms_of, version())
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
