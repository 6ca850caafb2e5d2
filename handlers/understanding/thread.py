"""What a chat was last answered, for questions that lean on it."""

from dataclasses import dataclass

from handlers.understanding.reading import Query, Reading
from handlers.understanding.subjects import STEM

LOOSE = 2
"""Words that nothing was made of, from which a question is about something else."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a chat was last answered: the query as completed, the records shown, the language.

    ``parties`` are those last spoken of, whom "we" may mean.
    """

    query: Query
    records: tuple[str, ...] = ()
    language: str | None = None
    parties: tuple[str, ...] = ()


def says_little(reading: Reading) -> bool:
    """Whether nothing is named in a question: what it is about must have come before."""
    query = reading.query
    named = (query.parties, query.outsiders, query.agreements, query.documents, query.meetings, query.terms)
    subject = any(weight >= STEM for weight in query.topic.values())
    return len(reading.leftover) < LOOSE and not any(named) and not subject and not query.period and not query.unknown


def documents_of(context: Context) -> tuple[str, ...]:
    """The documents of the records spoken of."""
    return tuple(dict.fromkeys(id_.partition("-")[0] for id_ in context.records))


def number_of(context: Context) -> str | None:
    """The item number spoken of, where it was one item."""
    number = context.records[0].partition("-")[2] if len(context.records) == 1 else ""
    return number if number.isdigit() else None
