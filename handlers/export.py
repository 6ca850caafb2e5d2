"""All records as plain values, as an export shows them: ISO 8601 dates, identifiers, words in every language."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeAlias

from data.agreements import Agreements
from data.directory import Directory
from data.model import Agreement, Commitment, Due, Meeting, Party, PartyKind, Text
from i18n import names
from i18n.catalog import languages

Plain: TypeAlias = dict[str, Any]
"""Values that JSON knows."""

Progress: TypeAlias = Callable[[Sequence[str]], Iterable[str]]
"""Hands out the identifiers that are worked on, and may show how far the work is."""

_AT_ONCE: Final = 500


def everything(directory: Directory, agreements: Agreements, progress: Progress = iter) -> Plain:
    """The export: lists of records by kind, each in the order of the store; agreements by document and number."""
    meetings = sorted(directory.meetings.values(), key=lambda meeting: (meeting.start or "", meeting.id))
    return {
        "documents": [
            {"id": each.id, "title": dict(each.title), "language": each.language, "adopted": each.adopted}
            for each in directory.documents.values()
        ],
        "agreements": [_agreement(each) for each in all_agreements(directory, agreements, progress)],
        "meetings": [_meeting(each) for each in meetings if each.start],
        "events": [_meeting(each) for each in meetings if not each.start],
        "parties": [_party(each) for each in directory.parties.values()],
        "terms": [
            {
                "id": each.id,
                "acronym": dict(each.acronym),
                "name": dict(each.name),
                "meaning": dict(each.meaning),
                "party": each.party,
                "sources": list(each.sources),
            }
            for each in directory.terms.values()
        ],
        "topics": [{"id": each.id, "name": dict(each.name)} for each in directory.topics.values()],
        "discrepancies": [
            {"about": list(each.about), "says": dict(each.says), "sources": list(each.sources)}
            for each in directory.discrepancies.values()
        ],
    }


def all_agreements(directory: Directory, agreements: Agreements, progress: Progress = iter) -> Iterable[Agreement]:
    """Every agreement, by document and number; ``progress`` sees their identifiers."""
    ids = [id_ for document in directory.documents for id_ in agreements.ids_of(document)]
    chunk: list[str] = []
    for id_ in progress(ids):
        chunk.append(id_)
        if len(chunk) == _AT_ONCE:
            yield from agreements.get(chunk)
            chunk = []
    yield from agreements.get(chunk)


def due_values(due: Due) -> Plain:
    """A due date; None where the document leaves something open."""
    return {
        "kind": due.kind.value,
        "start": due.start.isoformat() if due.start else None,
        "end": due.end.isoformat() if due.end else None,
        "event": due.event if due.event is None or isinstance(due.event, str) else dict(due.event),
        "every": due.every,
        "precision": due.precision.value,
        "certainty": due.certainty.value,
    }


def last_day(meeting: Meeting) -> str | None:
    """The last day of a meeting: its only one where it has one; None where no day is known."""
    return meeting.end or (meeting.start if meeting.start and len(meeting.start) == len("2017-09-26") else None)


def _agreement(agreement: Agreement) -> Plain:
    return {
        "id": agreement.id,
        "document": agreement.document,
        "number": agreement.number,
        "topic": agreement.topic,
        "summary": dict(agreement.summary),
        "commitments": [_commitment(each) for each in agreement.commitments],
        "relations": [{"kind": each.kind.value, "to": each.to} for each in agreement.relations],
    }


def _commitment(commitment: Commitment) -> Plain:
    return {
        "id": commitment.id,
        "responsible": list(commitment.responsible),
        "counterparties": list(commitment.counterparties),
        "performance": commitment.performance.value,
        "strength": commitment.strength.value,
        "summary": dict(commitment.summary),
        "due": due_values(commitment.due) if commitment.due else None,
    }


def _meeting(meeting: Meeting) -> Plain:
    return {
        "id": meeting.id,
        "title": dict(meeting.title),
        "start": meeting.start,
        "end": last_day(meeting),
        "place": dict(meeting.place) if meeting.place else None,
        "certainty": meeting.certainty.value,
        "kind": meeting.kind.value,
        "sources": list(meeting.sources),
    }


def _party(party: Party) -> Plain:
    return {
        "id": f"P-{party.id}",
        "kind": party.kind.value,
        "name": _name(party),
        "members": [{"party": each.party, "source": each.source} for each in party.members],
        "conference": party.conference,
    }


def _name(party: Party) -> Text:
    if party.kind is PartyKind.STATE:
        return {language: names.state(party.id, language) for language in sorted(languages(), reverse=True)}
    return dict(party.name or {})
