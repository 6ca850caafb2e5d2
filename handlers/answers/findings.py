"""Which agreements a subject means."""

from collections.abc import Iterator
from typing import Final

from data.model import PartyKind
from handlers.answers.desk import Desk
from handlers.answers.wording import is_state, quoted
from handlers.understanding.reading import Query
from i18n.names import state

LEAST_SHARE: Final = 0.34
"""What an agreement has to hold of all that was asked, weighted by rarity."""
NEAR_BEST: Final = 0.48
"""Of the best score, what another agreement needs to be shown as well."""
SURE: Final = 0.7
"""The same where one answer is asked for ("who was to …?")."""
MOST: Final = 8
UNKNOWN_BESIDE: Final = 0.35
"""What a word that nobody knows weighs beside a subject that somebody does."""
PARTY_BESIDE: Final = 0.4
"""What a party weighs beside a subject."""


def found_for(query: Query, desk: Desk, near: float = NEAR_BEST) -> tuple[str, ...]:
    """The agreements that a question's subject means, best first; within its documents where it names some.

    ``near`` is what part of the best score another one needs.
    """
    unknown = UNKNOWN_BESIDE if query.topic else 1.0
    party = PARTY_BESIDE if query.topic else 1.0
    subject = {**query.topic, **{f"u:{word.lower()}": unknown for word in query.unknown}}
    acting: dict[str, float] = {
        **{term: party for code in query.parties for term in _name_terms(code, desk)},
        **{f"p:{code.lower().replace('-', '_')}": party for code in query.parties},
    }
    hits = desk.search.search({**acting, **subject})
    if subject:
        # A party lifts what speaks of it, and keeps nothing out that is on the subject.
        share = {hit.agreement: hit.share for hit in desk.search.search(subject)} if acting else None
        hits = tuple(h for h in hits if (h.share if share is None else share.get(h.agreement, 0.0)) >= LEAST_SHARE)
        hits = tuple(hit for hit in hits if hit.matched & query.topic.keys())
    if query.documents:
        hits = tuple(hit for hit in hits if hit.agreement.partition("-")[0] in query.documents)
    if not hits:
        return ()
    best = hits[0].score
    return tuple(hit.agreement for hit in hits if hit.score >= best * near)[:MOST]


def _name_terms(code: str, desk: Desk) -> Iterator[str]:
    """A party's name as it stands in the wording of agreements."""
    party = desk.directory.parties.get(code)
    for language, lexicon in desk.lexicons.items():
        if is_state(party):
            yield from lexicon.terms(state(code, language))
        elif party is not None and party.kind is PartyKind.ORGANISATION:
            for name in (party.name, party.short):
                yield from lexicon.terms((name or {}).get(language, ""))


def about(query: Query, desk: Desk | None = None) -> str:
    """The subject as it was typed; empty where there is none."""
    if not query.words:
        return ""
    return quoted(query.words, desk) if desk else ", ".join(query.words)
