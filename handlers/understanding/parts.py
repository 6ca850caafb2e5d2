"""A question taken apart: its words with what was found among them, before anything is made of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.understanding.actors import Actors
from handlers.understanding.marking import Marks
from handlers.understanding.names import Name
from handlers.understanding.reading import Period
from handlers.understanding.references import References
from handlers.understanding.subjects import Subjects
from i18n.phrases import Found


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in a question; ``days`` are the words that give its period."""

    marks: Marks
    references: References
    period: Period | None
    days: frozenset[int]
    actors: Actors
    terms: tuple[Found[Name], ...]
    subjects: Subjects

    def without(self, topic: Mapping[str, float], positions: frozenset[int]) -> dict[str, float]:
        """A topic without the subjects that these words name."""
        named = {
            term
            for position in positions
            for lexicon in self.marks.lexicons.values()
            for term in lexicon.terms(self.marks.words[position].typed)
        }
        return {term: weight for term, weight in topic.items() if term not in named}
