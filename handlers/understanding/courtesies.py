"""Whether a question is one for the bot; if not, which polite line fits."""

from typing import Final

from handlers.understanding.details import begins
from handlers.understanding.evidence import Found
from handlers.understanding.marking import Marks
from handlers.understanding.reading import Courtesy, Intent

ENOUGH: Final = 2.6
"""Weight from which an intent is taken as said; below it needs to be the only thing that the words can mean."""
CLEAR: Final = 3.8
"""Weight from which a word of another subject does not matter any more."""
LOOSE: Final = 2
"""Words not understood from which "have to" beside a state speaks of something else."""


def courtesy_of(
    marks: Marks, intent: Intent, weight: float, found: Found, *, acting: bool, unknown: int, leftover: int
) -> Courtesy | None:
    """Why a question is none of the bot's, None where it is.

    ``acting`` says that parties are asked about; ``unknown`` words narrow the question and ``leftover`` ones do not.
    """
    if marks.has("chat", "injection"):
        return Courtesy.OFF_TOPIC
    loose = unknown + leftover
    if marks.has("aspects", "how_many") and intent is Intent.DUE and not found.topic and not _has_cue(marks, intent):
        return Courtesy.OFF_TOPIC
    firm = bool(found.items or found.topic or found.meetings or (found.terms and marks.has("cues", "glossary")))
    named = found.parties or found.terms or found.documents or found.outsiders or found.seats or found.meeting_place
    goes_on = begins(marks) and (found.period or loose or marks.has("aspects") or marks.has("time", "before", "after"))
    if marks.has("chat", "thanks") and weight < ENOUGH and not (firm or named or goes_on):
        return Courtesy.THANKS
    if intent is Intent.GLOSSARY and found.terms and marks.has("cues", "glossary", "glossary~"):
        return None
    asked = marks.has("cues", intent.value) and marks.has("moves", "next") and marks.has("aspects", "when", "where")
    clear = weight >= CLEAR and (asked or found.bodies or found.documents or (found.parties and found.period))
    said = marks.has("cues", intent.value) or found.parties or found.documents or found.items
    if found.off_topic and not ((firm and said and loose < LOOSE) or clear):
        return Courtesy.OFF_TOPIC
    if _is_asked(marks, intent, weight, found, acting, unknown, loose):
        return None
    if weight > 0 and (named or firm or found.period) and not loose:
        return None
    if marks.has("chat", "greeting") and not named:
        return Courtesy.GREETING
    return Courtesy.OFF_TOPIC if named or found.period else Courtesy.NOT_UNDERSTOOD


def _has_cue(marks: Marks, intent: Intent) -> bool:
    return any(marks.has("cues", intent.value + level) for level in ("", "~", "?"))


def _is_asked(
    marks: Marks, intent: Intent, weight: float, found: Found, acting: bool, unknown: int, loose: int
) -> bool:
    """Whether what was understood outweighs what was not."""
    if weight >= ENOUGH and (not loose or _is_said(marks, intent, found, acting, loose)):
        return True
    if found.meeting_place and loose < LOOSE and not found.off_topic:
        return True
    if found.topic and found.topic >= unknown:
        return True
    return bool((found.parties or found.seats) and found.period and not unknown and loose < LOOSE)


def _is_said(marks: Marks, intent: Intent, found: Found, acting: bool, loose: int) -> bool:
    """Whether an intent is said by more than words that fit any subject."""
    said = marks.has("cues", intent.value)
    if intent is Intent.MEETINGS:
        return bool(said or found.meetings or found.meeting_subject)
    if intent is Intent.DUE:
        return bool(said or found.items or found.outsiders or (acting and (found.period or loose < LOOSE)))
    return bool(said or found.items or found.topic or found.documents or acting or found.outsiders or found.terms)
