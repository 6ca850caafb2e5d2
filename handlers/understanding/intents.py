"""What a question wants: cues of the lexicon weighed with what else stands in it.

Every rule adds to or takes from an intent's weight; the heaviest wins, and of equals the one that does most for
the delegate. Nothing here knows a word: words are in the lexicons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from handlers.understanding.marking import Marks
from handlers.understanding.reading import Intent

MEETS: Final = ("negotiation", "dialogue", "presidencies", "virtual", "in_person", "preparatory")
"""Kinds of meeting that are no party's name and no subject of an agreement."""
FEW: Final = 6
"""Words of a question that is nothing but a term."""
STRONG: Final = 3.0
MIDDLING: Final = 2.2
"""Said of anything ("have to"): enough only beside a party or a date."""
WEAK: Final = 1.0
AGAIN: Final = 0.4
"""What a further cue of the same intent adds."""

# Of equal weights the earlier wins.
PREFERENCE: Final = (
    Intent.NOTICES, Intent.DELIVERIES, Intent.DUE, Intent.AGREEMENTS, Intent.MEETINGS, Intent.DOCUMENTS,
    Intent.GLOSSARY, Intent.PARTIES, Intent.LANGUAGE, Intent.HELP,
)  # fmt: skip


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
    meeting_subject: bool = False
    meeting_place: bool = False
    overdue: bool = False
    seats: bool = False
    choice: bool = False
    acting: bool = False
    about: bool = False
    leftover: bool = False
    used: frozenset[int] = frozenset()


def weigh(marks: Marks, found: Found) -> dict[Intent, float]:
    """The weight of every intent that anything speaks for."""
    said = _cues(marks, found)
    weights = dict(said)
    for rule in _RULES:
        for intent, weight in rule(marks, found, said).items():
            weights[intent] = weights.get(intent, 0.0) + weight
    return {intent: weight for intent, weight in weights.items() if weight > 0}


def heaviest(weights: Mapping[Intent, float]) -> tuple[Intent, float]:
    """The intent that wins and its weight; NONE where nothing speaks for any."""
    if not weights:
        return Intent.NONE, 0.0
    intent = min(weights, key=lambda i: (-weights[i], PREFERENCE.index(i)))
    return intent, weights[intent]


def _cues(marks: Marks, found: Found) -> dict[Intent, float]:
    weights: dict[Intent, float] = {}
    subjects = [c for c in marks.of("concepts") if c.end - c.start > 1]
    for intent in PREFERENCE:
        weight = 0.0
        for name, worth in ((intent.value, STRONG), (intent.value + "~", MIDDLING), (intent.value + "?", WEAK)):
            for cue in marks.of("cues", name):
                if found.used.intersection(range(cue.start, cue.end)):
                    continue
                length = cue.end - cue.start
                inside = any(s.start <= cue.start and cue.end <= s.end and s.end - s.start > length for s in subjects)
                worth_here = worth * (0.3 if inside else 1.0)
                weight = max(weight, worth_here) + (min(weight, worth_here) * AGAIN * 0.5 if weight else 0.0)
        if weight:
            weights[intent] = min(weight, STRONG + 1.5)
    return weights


_Weights = dict[Intent, float]


def _named(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """What is named outright speaks for the intent that shows it."""
    return {
        Intent.AGREEMENTS: (4.0 if found.codes else 2.6) * found.items
        + (0.8 + 0.5 * found.topic) * (found.topic > 0)
        + 0.5 * found.documents,
        Intent.DUE: (1.2 if found.parties else 0.6 * found.acting)
        + 0.8 * found.outsiders
        + 0.5 * (found.period and (found.acting or Intent.DUE in said))
        + 0.6 * found.speaker
        + 1.5 * found.overdue
        + 0.8 * found.seats,
        Intent.MEETINGS: 4.0 * found.meetings
        + (0.4 if found.acting else 0.8) * found.period
        + 0.8 * found.meeting_subject
        + 1.2 * found.meeting_place,
        Intent.DOCUMENTS: 1.0 * found.documents - 3.0 * found.items,
    }


def _asks_meaning(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """ "what is" asks for a meaning only right beside a term, and nothing else; a term alone does as well."""
    asked = said.get(Intent.GLOSSARY, 0.0)
    if not found.terms:
        back = marks.has("moves", "that") and not (
            found.acting or found.topic or found.meeting_subject or found.items
        )
        return {} if back else {Intent.GLOSSARY: -asked * 0.75}
    lone = len(marks.words) <= FEW and all(
        marks.is_common(i) or any(a <= i < b for a, b in found.terms) for i in range(len(marks.words))
    )
    owed = found.acting and said.get(Intent.DUE, 0.0) > 0
    if any(marks.text[marks.words[end - 1].end :].lstrip()[:1] in ("?", "=") for _, end in found.terms):
        return {Intent.GLOSSARY: (2.0 if lone else 1.6) + 1.2 * (not owed and not asked)}
    if not asked:
        return {Intent.GLOSSARY: 2.0 if lone else 0.3}
    if marks.has("moves", "that") and not owed and not found.topic:
        return {Intent.GLOSSARY: 2.5}
    last = max(end for _, end in found.terms)
    concepts = marks.of("concepts")
    others = len(concepts) > len(found.terms) or any(c.start >= last for c in concepts)
    if asked >= STRONG:
        return {Intent.GLOSSARY: -2.2 if found.about and others else 0.8}
    ends = all(marks.is_common(i) for i in range(last, len(marks.words))) and not found.period and not owed
    cues = marks.of("cues", "glossary~")
    directly = any(_right_before(marks, cue.end, start) for cue in cues for start, _ in found.terms)
    behind = any(0 <= cue.start - end <= 2 for cue in cues for _, end in found.terms)
    return {Intent.GLOSSARY: 2.0 if (lone or directly or behind) and ends else -1.6}


def _right_before(marks: Marks, end: int, start: int) -> bool:
    between = range(end, start)
    function = marks.lexicons[marks.read_as].function
    return end <= start and len(between) <= 3 and all(marks.plain(i) in function for i in between)


def _asks_membership(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """Members are asked for beside a body or a state; "member countries" alone act like any party."""
    if found.choice:
        return {Intent.PARTIES: 4.0}
    if not said.get(Intent.PARTIES):
        return {}
    owes = max(said.get(Intent.DUE, 0.0), said.get(Intent.DELIVERIES, 0.0))
    owes = STRONG if owes >= MIDDLING and (found.period or found.overdue) else owes
    if not (found.parties or found.outsiders or found.bodies):
        return {Intent.PARTIES: -1.5}
    return {Intent.PARTIES: 1.6 - 2.5 * (owes >= STRONG) - 1.5 * (found.topic > 0)}


def _asks_date(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """Where and when are asked of meetings, unless a duty is spoken of."""
    due = said.get(Intent.DUE, 0.0) >= MIDDLING and (found.topic or said[Intent.DUE] >= STRONG)
    where, when = marks.has("aspects", "where"), marks.has("aspects", "when")
    ahead = marks.has("moves", "next", "last", "previous") and said.get(Intent.MEETINGS, 0.0) >= STRONG
    return {Intent.MEETINGS: (1.8 * where + 1.0 * when) * (0.3 if due else 1.0) + 0.8 * ahead}


def _asks_who(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """Who does something is asked of a duty or an agreement; who meets, of a meeting."""
    if not marks.has("aspects", "who") or not found.topic:
        return {}
    acts = not marks.has("cues", "attends")
    bound = said.get(Intent.DUE, 0.0) >= MIDDLING
    return {Intent.DUE: 0.6 * acts + 0.8 * bound, Intent.AGREEMENTS: 0.6, Intent.MEETINGS: -2.8 * acts}


def _subject_of_no_meeting(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """A subject that no meeting has is no meeting's."""
    if found.topic and not found.meeting_subject:
        return {Intent.MEETINGS: -1.2, Intent.AGREEMENTS: 0.6}
    if found.topic and found.about and not marks.has("aspects", "when"):
        return {Intent.MEETINGS: -1.2}
    if found.topic and found.parties and said.get(Intent.MEETINGS, 0.0) < STRONG and not found.meeting_place:
        return {Intent.MEETINGS: -1.5, Intent.DUE: 1.0}
    return {}


def _duty_outweighs(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """What has to be done for a meeting is asked of a duty."""
    due, meetings = said.get(Intent.DUE, 0.0), said.get(Intent.MEETINGS, 0.0)
    if meetings >= STRONG and due < STRONG and marks.has("kinds", *MEETS) and not found.topic:
        return {Intent.DUE: -0.5}
    acting = found.parties or found.speaker
    if MIDDLING <= due < STRONG and meetings > 0 and found.acting and not marks.has("aspects", "when", "where"):
        return {Intent.MEETINGS: -1.2}
    if due >= STRONG and meetings > 0:
        return {Intent.MEETINGS: -1.6 if acting else -0.8}
    return {Intent.DUE: -1.0} if not due and meetings > 0 else {}


def _decides(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """ "What was agreed at the meeting": the verb asks, the meeting only says where."""
    agreed = any(not found.used.intersection(range(cue.start, cue.end)) for cue in marks.of("cues", "agreements"))
    asks_day = said.get(Intent.MEETINGS, 0.0) >= STRONG or marks.has("aspects", "when", "where")
    if found.about and found.topic and not agreed and not asks_day:
        return {Intent.AGREEMENTS: 1.0}
    if not agreed or not (found.topic or found.documents or found.items or found.parties):
        return {}
    return {Intent.AGREEMENTS: 1.2, Intent.MEETINGS: -1.0 * found.documents}


def _asks_paper(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """The minutes of a meeting are a document; when an item falls due is asked of a duty."""
    paper = said.get(Intent.DOCUMENTS, 0.0) >= STRONG
    return {
        Intent.MEETINGS: (-3.0 if found.documents else -2.0) * paper,
        Intent.DUE: 1.5 * (found.codes and said.get(Intent.DUE, 0.0) >= STRONG),
    }


def _language_is_filter(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """ "in English" chooses a language only where nothing else is asked."""
    if Intent.LANGUAGE not in said:
        return {}
    if found.terms:
        return {Intent.GLOSSARY: 2.5, Intent.LANGUAGE: -2.0}
    other = max((w for i, w in said.items() if i not in (Intent.LANGUAGE, Intent.HELP)), default=0.0)
    return {Intent.LANGUAGE: 0.5 if other < STRONG else -2.0}


def _help_is_general(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """Help with the bot, not with a subject: what else is named speaks against it."""
    if Intent.HELP not in said:
        return {}
    named = found.items or found.topic or found.parties or found.documents or bool(found.terms) or found.period
    return {Intent.HELP: -1.5 if named else 1.5}


def _deliveries_need_matter(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """A delivery is asked after with a subject, an item or a party."""
    asked = said.get(Intent.DELIVERIES, 0.0)
    if asked < STRONG:
        done = marks.has("time", "now") or marks.has("people", "everybody") or marks.has("marks", "already")
        wanted = asked > 0 and done and (found.topic or found.items or found.parties)
        return {Intent.DELIVERIES: 2.6 if wanted else -WEAK}
    return {Intent.DELIVERIES: 1.0 if found.topic or found.items or found.parties else -1.0}


def _notices_lead(marks: Marks, found: Found, said: _Weights) -> _Weights:
    """To be reminded is asked by an imperative, which outweighs what it is about."""
    return {Intent.NOTICES: 4.0} if said.get(Intent.NOTICES, 0.0) >= STRONG else {}


_RULES: Final = (
    _named, _asks_meaning, _asks_membership, _asks_date, _asks_who, _subject_of_no_meeting, _duty_outweighs, _decides, _asks_paper, _language_is_filter, _help_is_general,
    _deliveries_need_matter, _notices_lead,
)  # fmt: skip
