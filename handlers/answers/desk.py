"""What an answer has at hand."""

from dataclasses import dataclass
from datetime import date

from data.agreements import Agreements
from data.directory import Directory
from data.search import Search
from handlers.understanding.occasions import Occasions
from i18n.catalog import Texts


@dataclass(frozen=True, slots=True)
class Desk:
    """The records, the day and the language of one answer."""

    agreements: Agreements
    search: Search
    directory: Directory
    occasions: Occasions
    today: date
    texts: Texts

    @property
    def language(self) -> str:
        """The language of the answer."""
        return self.texts.language
