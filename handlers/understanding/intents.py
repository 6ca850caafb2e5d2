"""What a question wants: the intent for which most speaks."""

from collections.abc import Mapping
from typing import Final

from handlers.understanding.evidence import Case, Found, Weights, cue_weights
from handlers.understanding.marking import Marks
from handlers.understanding.reading import Intent
from handlers.understanding.rules import RULES

PREFERENCE: Final = (
    Intent.NOTICES,
    Intent.DELIVERIES,
    Intent.DUE,
    Intent.AGREEMENTS,
    Intent.MEETINGS,
    Intent.DOCUMENTS,
    Intent.GLOSSARY,
    Intent.PARTIES,
    Intent.LANGUAGE,
    Intent.HELP,
)
"""Of equal weights the earlier wins: it does most for the delegate."""


def weigh(marks: Marks, found: Found) -> Weights:
    """The weight of every intent that anything speaks for."""
    case = Case(marks, found, cue_weights(marks, found))
    weights = dict(case.said)
    for rule in RULES:
        for intent, weight in rule(case).items():
            weights[intent] = weights.get(intent, 0.0) + weight
    return {intent: weight for intent, weight in weights.items() if weight > 0}


def heaviest(weights: Mapping[Intent, float]) -> tuple[Intent, float]:
    """The intent that wins and its weight; NONE where nothing speaks for any."""
    if not weights:
        return Intent.NONE, 0.0
    intent = min(weights, key=lambda i: (-weights[i], PREFERENCE.index(i)))
    return intent, weights[intent]
