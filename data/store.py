"""What can be read of a store, in one piece."""

from typing import Self

from sqlite_utils import Database

from data.agreements import Agreements
from data.directory import Directory
from data.prepared import Prepared
from data.search import Search


class Store:
    """The agreements, the other records and the index over one connection; it belongs to the thread of that."""

    def __init__(self, agreements: Agreements, directory: Directory, search: Search, prepared: Prepared) -> None:
        self.agreements = agreements
        self.directory = directory
        self.search = search
        self.prepared = prepared

    @classmethod
    def of(cls, db: Database) -> Self:
        """Read a filled store; the directory is that of this moment."""
        directory = Directory(db)
        return cls(Agreements(db), directory, Search(db), Prepared(db, directory.edition))
