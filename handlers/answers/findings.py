"""Which agreements a subject means."""

from collections.abc import Mapping
from typing import Final

from handlers.answers.desk import Desk
from handlers.answers.wording import quoted
from handlers.understanding.reading import Query

LEAST_SHARE: Final = 0.34
"""What an agreement has to hold of all that was asked, weighted by rarity."""
NEAR_BEST: Final = 0.55
"""Of the best score, what another agreement needs to be shown as well."""
MOST: Final = 8


def found_for(query: Query, desk: Desk) -> tuple[str, ...]:
    """The agreements that a question's subject means, best first; within its documents where it names some."""
    asked: Mapping[str, float] = {
        **query.topic,
        **{f"u:{word.lower()}": 1.0 for word in query.unknown},
        **{f"p:{code.lower().replace('-', '_')}": 0.4 for code in query.parties},
    }
    hits = desk.search.search(asked)
    subjects = set(query.topic)
    if query.documents:
        hits = tuple(hit for hit in hits if hit.agreement.partition("-")[0] in query.documents)
    hits = tuple(hit for hit in hits if hit.share >= LEAST_SHARE and (not subjects or hit.matched & subjects))
    if not hits:
        return ()
    best = hits[0].score
    return tuple(hit.agreement for hit in hits if hit.score >= best * NEAR_BEST)[:MOST]


def about(query: Query, desk: Desk | None = None) -> str:
    """The subject as it was typed; empty where there is none."""
    if not query.words:
        return ""
    return quoted(query.words, desk) if desk else ", ".join(query.words)
