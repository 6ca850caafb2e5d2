"""All commitments as a table, a row each, for a spreadsheet."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from data.agreements import Agreements
from data.directory import Directory
from data.model import Due, RelationKind
from handlers.export import Progress, all_agreements

COLUMNS: Final = (
    "id", "agreement", "document", "responsible", "counterparties", "performance", "strength",
    "due_kind", "due_start", "due_end", "due_event", "due_precision", "due_certainty", "summary",
    "due_every", "settled_by",
)  # fmt: skip
_SEPARATOR: Final = ";"


def rows(
    directory: Directory, agreements: Agreements, language: str, progress: Progress = iter
) -> Iterator[Sequence[str]]:
    """The head, then a row for each commitment; several codes are parted by semicolons, what is unknown is empty.

    ``settled_by`` are the documents and meetings whose record says that it was fulfilled.
    """
    yield COLUMNS
    settled = _settled(directory)
    for agreement in all_agreements(directory, agreements, progress):
        for commitment in agreement.commitments:
            yield (
                commitment.id,
                agreement.id,
                agreement.document,
                _SEPARATOR.join(commitment.responsible),
                _SEPARATOR.join(commitment.counterparties),
                commitment.performance.value,
                commitment.strength.value,
                *_due(commitment.due, language),
                commitment.summary[language],
                (commitment.due.every or "") if commitment.due else "",
                _SEPARATOR.join(settled.get(commitment.id, ())),
            )


def _settled(directory: Directory) -> Mapping[str, Sequence[str]]:
    """By commitment, what fulfils it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    relations = {
        **{each.id: each.relations for each in directory.documents.values()},
        **{each.id: each.relations for each in directory.meetings.values()},
    }
    for holder, own in relations.items():
        for relation in own:
            if relation.kind is RelationKind.FULFILS:
                found[relation.to].append(holder)
    return found


def _due(due: Due | None, language: str) -> Sequence[str]:
    if due is None:
        return ("",) * 6
    return (
        due.kind.value,
        due.start.isoformat() if due.start else "",
        due.end.isoformat() if due.end else "",
        due.event if isinstance(due.event, str) else due.event[language] if due.event else "",
        due.precision.value,
        due.certainty.value,
    )
