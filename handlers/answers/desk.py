"""What an answer has at hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.agreements import Agreements
from data.directory import Directory
from data.search import Search
from data.store import Store
from handlers.understanding.occasions import Occasions
from i18n.catalog import Texts
from i18n.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Desk:
    """The records, the day and the language of one answer; ``kept`` says that the language was chosen for all."""

    store: Store
    lexicons: Mapping[str, Lexicon]
    occasions: Occasions
    today: date
    texts: Texts
    kept: bool = False

    @property
    def agreements(self) -> Agreements:
        """The agreements on record."""
        return self.store.agreements

    @property
    def directory(self) -> Directory:
        """The other records."""
        return self.store.directory

    @property
    def search(self) -> Search:
        """The index of the agreements."""
        return self.store.search

    @property
    def language(self) -> str:
        """The language of the answer."""
        return self.texts.language
