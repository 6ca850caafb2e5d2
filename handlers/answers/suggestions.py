"""Questions that can be answered, chosen to fit the one that could not."""

from handlers.answers.desk import Desk
from handlers.answers.naming import in_sentence
from handlers.answers.timing import meeting_span
from handlers.reply import Choice
from handlers.understanding.reading import Intent, Query

MOST = 3


def suggestions(query: Query, desk: Desk) -> tuple[Choice, ...]:
    """Up to three: of the same party or document first, then by the day; subjects take turns."""
    asks = (*_of_party(query, desk), *_of_document(query, desk), *_of_the_day(query, desk), _of_subject(query, desk))
    return tuple(Choice(ask, ask) for ask in tuple(dict.fromkeys(asks))[:MOST])


def _of_party(query: Query, desk: Desk) -> tuple[str, ...]:
    t = desk.texts
    named = [in_sentence(code, desk) for code in query.parties[:1]]
    asks = [t.gettext("What is due from {party}?").format(party=name) for name in named]
    return tuple(asks) if query.intent is not Intent.DUE or query.period or query.words else ()


def _of_document(query: Query, desk: Desk) -> tuple[str, ...]:
    t = desk.texts
    named = dict.fromkeys((*query.documents, *(id_.partition("-")[0] for id_ in query.agreements)))
    return tuple(
        t.gettext("{document} agreements").format(document=id_) for id_ in named if desk.agreements.ids_of(id_)
    )[:1]


def _of_the_day(query: Query, desk: Desk) -> tuple[str, ...]:
    t = desk.texts
    ahead = any((span := meeting_span(m)) and span[1] >= desk.today for m in desk.directory.meetings.values())
    due = desk.agreements.count_dated(None, desk.today, None)
    return (
        t.gettext("Next meeting?") if ahead else t.gettext("Last meeting?"),
        t.gettext("What is due?") if due and not query.parties else t.gettext("Which documents are there?"),
    )


def _of_subject(query: Query, desk: Desk) -> str:
    t = desk.texts
    subjects = (
        t.gettext("What was agreed about the questionnaire?"),
        t.gettext("What was agreed about the Vatican?"),
        t.gettext("What was agreed about extra-regional migration?"),
        t.gettext("What was agreed about the experts?"),
    )
    turn = desk.today.toordinal() + sum(map(len, (*query.words, *query.unknown, *query.outsiders)))
    return subjects[turn % len(subjects)]
