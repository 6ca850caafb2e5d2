"""What speaks for an intent: the cues of the lexicons, and what else stands in the question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from handlers.understanding.marking import Marks
from handlers.understanding.reading import Intent
from i18n.lexicon import Entry
from i18n.phrases import Found as PhraseFound

Weights: TypeAlias = dict[Intent, float]

STRONG: Final = 3.0
MIDDLING: Final = 2.2
"""Said of anything ("have to"): enough only beside a party or a date."""
WEAK: Final = 1.0
AGAIN: Final = 0.2
"""What a further cue of the same intent adds, for each of its own weight."""
MOST: Final = 4.5
"""What the cues of one intent weigh together at most."""
INSIDE: Final = 0.3
"""What is left of a cue that is part of a subject's name."""


@dataclass(frozen=True, slots=True)
class Found:
    """What else stands in the question, as far as it speaks for an intent."""

    items: bool = False
    codes: bool = False
    documents: bool = False
    meetings: bool = False
    parties: bool = False
    outsiders: bool = False
    bodies: bool = False
    speaker: bool = False
    terms: tuple[tuple[int, int], ...] = ()
    period: bool = False
    topic: int = 0
    foreign: int = 0
    meeting_subject: bool = False
    meeting_place: bool = False
    overdue: bool = False
    seats: bool = False
    choice: bool = False
    membership: bool = False
    acting: bool = False
    about: bool = False
    off_topic: bool = False
    presidency: bool = False
    last_item: bool = False
    used: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at; ``said`` is the weight of the cues alone."""

    marks: Marks
    found: Found
    said: Mapping[Intent, float]

    def weight(self, intent: Intent) -> float:
        """What an intent's cues weigh."""
        return self.said.get(intent, 0.0)


def cue_weights(marks: Marks, found: Found) -> Weights:
    """What the cues of each intent weigh; words that are references or dates count for none."""
    weights: Weights = {}
    subjects = [c for c in marks.of("concepts") if c.end - c.start > 1]
    for intent in Intent:
        weight = 0.0
        for name, worth in ((intent.value, STRONG), (intent.value + "~", MIDDLING), (intent.value + "?", WEAK)):
            for cue in marks.of("cues", name):
                if found.used.intersection(range(cue.start, cue.end)) or _recalls(marks, cue):
                    continue
                length = cue.end - cue.start
                inside = any(s.start <= cue.start and cue.end <= s.end and s.end - s.start > length for s in subjects)
                worth_here = worth * (INSIDE if inside else 1.0)
                weight = max(weight, worth_here) + (min(weight, worth_here) * AGAIN if weight else 0.0)
        if weight:
            weights[intent] = min(weight, MOST)
    return weights


def _recalls(marks: Marks, cue: PhraseFound[Entry]) -> bool:
    """As in "remind me which days it is": to be told now, not later."""
    return bool(marks.at(cue.start, "marks", "recall") and marks.at(cue.end, "links", "asked"))
