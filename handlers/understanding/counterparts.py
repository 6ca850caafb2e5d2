"""Items of a document that a question names by number alone, or as the counterpart of the one spoken of."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from data.directory import Directory
from handlers.understanding.evidence import STRONG
from handlers.understanding.reading import Intent, Query, Reading
from handlers.understanding.thread import Context, documents_of, number_of


class Counterparts:
    """What such questions ask, in full; made once for a directory."""

    def __init__(self, directory: Directory, related: Callable[[str], Sequence[str]]) -> None:
        """``related`` gives the agreements that repeat one, or that it repeats."""
        self._directory = directory
        self._related = related

    def same_number(self, reading: Reading, context: Context) -> Query | None:
        """As in "the item with that number in the Panama minutes"."""
        documents = reading.query.documents or reading.places
        if not reading.same_number or not documents or not (number := number_of(context)):
            return None
        return Query(intent=Intent.AGREEMENTS, agreements=(f"{documents[0]}-{number}",), documents=documents)

    def item(self, reading: Reading, context: Context) -> Query | None:
        """A number alone, or "item 8": in the document spoken of."""
        item = -reading.from_end if reading.from_end and not reading.query.documents else reading.item
        if (
            item is None
            and context.query.intent is Intent.AGREEMENTS
            and reading.cue < STRONG
            and not reading.move
            and not reading.query.parties
        ):
            item = reading.number
        if item is None or reading.query.agreements:
            return None
        documents = reading.places or context.query.documents or documents_of(context)
        if not documents:
            return None
        if item < 0:
            return replace(reading.query, intent=Intent.AGREEMENTS, documents=documents[:1], item=item, courtesy=None)
        named = (f"{documents[0]}-{item}",)
        return replace(reading.query, intent=Intent.AGREEMENTS, agreements=named, item=None, courtesy=None)

    def of_document(self, reading: Reading, context: Context, document: str) -> str | None:
        """An item of another document: of the same number where that is said, else what repeats the one spoken of."""
        if context.query.intent is not Intent.AGREEMENTS or len(context.records) != 1:
            return None
        related = [id_ for id_ in self._related(context.records[0]) if id_.partition("-")[0] == document]
        if related and not reading.same_number and not reading.corrects:
            return related[0]
        number = number_of(context)
        return f"{document}-{number}" if number else None
