"""How what stands in a question speaks for and against each intent.

Every rule gives what it adds to, or takes from, the weight of the cues. Nothing here knows a word: words are in the
lexicons.
"""

from collections.abc import Callable
from typing import Final

from handlers.understanding.details import begins
from handlers.understanding.evidence import MIDDLING, STRONG, WEAK, Case, Weights
from handlers.understanding.marking import Marks
from handlers.understanding.reading import Intent

MEETS: Final = ("negotiation", "dialogue", "presidencies", "virtual", "in_person", "preparatory")
"""Kinds of meeting that are no party's name and no subject of an agreement."""
FEW: Final = 6
"""Words of a question that is nothing but a term."""


def _named(case: Case) -> Weights:
    """What is named outright speaks for the intent that shows it."""
    marks, found = case.marks, case.found
    meets = case.weight(Intent.MEETINGS) > WEAK or bool(case.weight(Intent.DELIVERIES))
    comes = meets or marks.has("aspects", "when", "where") or marks.has("cues", "attends")
    everything = marks.has("marks", "list") and not (found.topic or case.weight(Intent.MEETINGS))
    # "Was there something on 11 May?"
    vague = case.weight(Intent.AGREEMENTS) <= 1.5 * WEAK and not (found.topic or found.acting or found.speaker)
    return {
        Intent.AGREEMENTS: (4.0 if found.codes or found.last_item else 2.6) * (found.items or found.last_item)
        + (0.8 + 0.5 * found.topic) * (found.topic > 0)
        + 0.5 * found.documents,
        Intent.DUE: (1.2 if found.parties else 0.6 * found.acting)
        + 0.8 * found.outsiders
        + 0.5 * (found.period and (found.acting or Intent.DUE in case.said))
        + 0.6 * found.speaker
        + 1.0 * (found.speaker and found.parties and found.period)
        + 0.8 * (found.parties and found.period and not comes)
        + 1.0 * (found.period and marks.has("status", "dated"))
        + 1.2 * (found.period and everything)
        + (1.5 + 0.8 * found.parties) * found.overdue
        + (0.8 + 1.2 * (found.period and Intent.DUE in case.said and not case.weight(Intent.MEETINGS))) * found.seats,
        Intent.MEETINGS: 4.0 * found.meetings
        - 2.0 * found.codes
        + (0.4 if found.acting else 0.8) * found.period
        + 2.4 * (found.period and marks.has("marks", "schedule"))
        + 0.8 * (found.period and vague)
        + 0.8 * found.meeting_subject
        + 1.2 * found.meeting_place,
        Intent.DOCUMENTS: 1.0 * found.documents - 3.0 * (found.items or found.last_item),
    }


def _asks_meaning(case: Case) -> Weights:
    """As in "what is" asks for a meaning only right beside a term, and nothing else; a term alone does as well."""
    marks, found = case.marks, case.found
    asked = case.weight(Intent.GLOSSARY)
    if not found.terms:
        back = marks.has("moves", "that") and not (found.acting or found.topic or found.meeting_subject or found.items)
        return {} if back else {Intent.GLOSSARY: -asked * 0.75}
    lone = len(marks.words) <= FEW and all(
        marks.is_common(i) or any(a <= i < b for a, b in found.terms) for i in range(len(marks.words))
    )
    owed = found.acting and case.weight(Intent.DUE) > 0
    short = len(marks.words) <= FEW
    if not begins(marks) and any(
        _followed_by(marks, end, "?=") and (short or marks.words[end - 1].typed.isupper()) for _, end in found.terms
    ):
        return {Intent.GLOSSARY: (2.0 if lone else 1.6) + 1.2 * (not owed and not asked)}
    if not asked:
        return {Intent.GLOSSARY: 2.0 if lone and not case.weight(Intent.DUE) else 0.3}
    if marks.has("moves", "that") and not owed and not found.topic:
        return {Intent.GLOSSARY: 2.5}
    last = max(end for _, end in found.terms)
    concepts = marks.of("concepts")
    others = len(concepts) > len(found.terms) or any(c.start >= last for c in concepts)
    if asked >= STRONG:
        return {Intent.GLOSSARY: -2.2 if found.about and others else 0.8}
    nothing_more = all(marks.is_common(i) for i in range(last, len(marks.words))) and not found.period
    ends = (nothing_more or _followed_by(marks, last, "?,.;")) and not owed
    cues = marks.of("cues", "glossary~")
    directly = any(_right_before(marks, cue.end, start) for cue in cues for start, _ in found.terms)
    behind = any(0 <= cue.start - end <= 2 for cue in cues for _, end in found.terms)
    closing = any(cue.start >= last and _is_common_from(marks, cue.end) for cue in cues) and not found.topic
    if closing and not owed and not found.period:
        return {Intent.GLOSSARY: 2.0}
    return {Intent.GLOSSARY: 2.0 if (lone or directly or behind) and ends else -1.6}


def _is_common_from(marks: Marks, position: int) -> bool:
    return all(marks.is_common(i) for i in range(position, len(marks.words)))


def _followed_by(marks: Marks, end: int, signs: str) -> bool:
    """Whether one of these signs stands right behind a word."""
    return marks.text[marks.words[end - 1].end :].lstrip()[:1] in tuple(signs)


def _right_before(marks: Marks, end: int, start: int) -> bool:
    between = range(end, start)
    function = marks.lexicons[marks.read_as].function
    return end <= start and len(between) <= 3 and all(marks.plain(i) in function for i in between)


def _asks_membership(case: Case) -> Weights:
    """Members are asked for beside a body or a state; "member countries" alone act like any party."""
    marks, found = case.marks, case.found
    holder = found.presidency and marks.has("aspects", "who") and not found.topic and not found.period
    if found.membership and not found.topic and case.weight(Intent.DUE) < MIDDLING and not found.period:
        return {Intent.PARTIES: 4.5}
    asked = marks.has("aspects", "who") or marks.at(0, "links", "asked")
    listed = bool(marks.at(0, "marks", "list"))
    nothing_else = not (found.topic or found.period or found.presidency or found.documents or found.items)
    if (
        found.bodies
        and (listed or (asked and not found.terms))
        and nothing_else
        and len(marks.words) <= FEW
        and not case.weight(Intent.DUE)
    ):
        # "The eleven: who are they?"
        return {Intent.PARTIES: 4.5}
    if found.choice or (holder and case.weight(Intent.DUE) < STRONG):
        return {Intent.PARTIES: 4.5}
    if not case.weight(Intent.PARTIES):
        return {}
    owes = max(case.weight(Intent.DUE), case.weight(Intent.DELIVERIES))
    owes = STRONG if owes >= MIDDLING and (found.period or found.overdue) else owes
    if not (found.parties or found.outsiders or found.bodies):
        return {Intent.PARTIES: -1.5}
    return {Intent.PARTIES: 1.6 - 2.5 * (owes >= STRONG) - 1.5 * (found.topic > 0)}


def _asks_date(case: Case) -> Weights:
    """Where and when are asked of meetings, unless a duty is spoken of."""
    marks, found = case.marks, case.found
    due = case.weight(Intent.DUE) >= MIDDLING and (found.topic or case.weight(Intent.DUE) >= STRONG)
    due = due or bool(found.foreign)
    where, when = marks.has("aspects", "where"), marks.has("aspects", "when")
    ahead = marks.has("moves", "next", "last", "previous") and case.weight(Intent.MEETINGS) >= STRONG
    day = 1.8 if found.meeting_subject and not found.foreign else 1.0
    comes = marks.has("cues", "attends") and found.period
    dated = when and marks.has("kinds") and case.weight(Intent.DUE) < MIDDLING
    return {
        Intent.MEETINGS: (1.8 * where + day * when) * (0.3 if due else 1.0) + 0.8 * ahead + 1.5 * comes + 0.6 * dated
    }


def _asks_who(case: Case) -> Weights:
    """Who does something is asked of a duty or an agreement; who meets, of a meeting."""
    marks, found = case.marks, case.found
    if not marks.has("aspects", "who") or not found.topic:
        return {}
    acts = not marks.has("cues", "attends")
    bound = case.weight(Intent.DUE) >= MIDDLING
    return {Intent.DUE: 0.6 * acts + 0.8 * bound, Intent.AGREEMENTS: 0.6, Intent.MEETINGS: -2.8 * acts}


def _subject_of_no_meeting(case: Case) -> Weights:
    """A subject that no meeting has is no meeting's."""
    marks, found = case.marks, case.found
    outside = found.bodies and not found.parties and found.topic
    if outside and not marks.has("aspects", "when", "where") and not marks.has("cues", "attends"):
        # "Will the Vatican speak at the plenary?"
        return {Intent.MEETINGS: -3.0, Intent.AGREEMENTS: 1.5}
    idle = found.parties and not case.weight(Intent.DUE) and not found.overdue and not found.period
    if found.topic and not found.meeting_subject:
        return {Intent.MEETINGS: -1.2, Intent.AGREEMENTS: 0.6, Intent.DUE: -1.2 * idle}
    if found.foreign and not marks.has("aspects", "when", "where") and not marks.has("cues", "attends"):
        return {Intent.MEETINGS: -1.5, Intent.AGREEMENTS: 0.6}
    if found.topic and found.about and not marks.has("aspects", "when"):
        return {Intent.MEETINGS: -1.2}
    if found.topic and found.parties and case.weight(Intent.MEETINGS) < STRONG and not found.meeting_place:
        return {Intent.MEETINGS: -1.5, Intent.DUE: 1.0}
    return {}


def _duty_outweighs(case: Case) -> Weights:
    """What has to be done for a meeting is asked of a duty."""
    marks, found = case.marks, case.found
    due, meetings = case.weight(Intent.DUE), case.weight(Intent.MEETINGS)
    if (
        due < MIDDLING
        and marks.has("kinds", *MEETS)
        and not found.topic
        and (meetings or marks.has("kinds", "virtual"))
    ):
        return {Intent.DUE: -1.5, Intent.MEETINGS: 1.2}
    acting = found.parties or found.speaker
    if MIDDLING <= due < STRONG and meetings > 0 and found.acting and not marks.has("aspects", "when", "where"):
        return {Intent.MEETINGS: -1.2}
    if due >= STRONG and meetings > 0:
        return {Intent.MEETINGS: -1.6 * acting - 1.4 * marks.has("aspects", "who") - 0.8 * (not acting)}
    return {Intent.DUE: -1.0} if not due and meetings > 0 and not found.overdue else {}


def _decides(case: Case) -> Weights:
    """As in "What was agreed at the meeting": the verb asks, the meeting only says where."""
    marks, found = case.marks, case.found
    agreed = any(not found.used.intersection(range(cue.start, cue.end)) for cue in marks.of("cues", "agreements"))
    asks_day = case.weight(Intent.MEETINGS) >= STRONG or marks.has("aspects", "when", "where")
    if found.about and found.topic and not agreed and not asks_day:
        return {Intent.AGREEMENTS: 1.0}
    if not agreed or not (found.topic or found.documents or found.items or found.parties or found.period):
        return {}
    at = found.documents or (found.period and not asks_day)
    return {Intent.AGREEMENTS: 1.2, Intent.MEETINGS: -1.0 * at - 0.8 * (found.period and not asks_day)}


def _asks_paper(case: Case) -> Weights:
    """The minutes of a meeting are a document; when an item falls due is asked of a duty."""
    marks, found = case.marks, case.found
    paper = case.weight(Intent.DOCUMENTS) >= STRONG
    dated = found.period or marks.has("aspects", "when")
    asked_of = found.parties or (found.acting and dated) or (found.topic and marks.has("aspects", "who", "when"))
    if (
        paper
        and not found.documents
        and asked_of
        and (found.topic or dated or case.weight(Intent.DUE) > WEAK * (1 - found.speaker))
    ):
        return {Intent.DOCUMENTS: -2.2, Intent.MEETINGS: -1.0}
    if paper and case.weight(Intent.DUE) >= MIDDLING and (found.overdue or marks.has("aspects", "who")):
        return {Intent.DOCUMENTS: -2.2, Intent.MEETINGS: -2.0}
    # "The paper that explains the plenary": what is asked for comes first.
    papers, meetings = marks.of("cues", "documents"), marks.of("cues", "meetings")
    leads = paper and bool(meetings) and papers[0].start < meetings[0].start
    return {
        Intent.DOCUMENTS: 2.6 * leads,
        Intent.MEETINGS: (-3.0 if found.documents else -2.0) * paper,
        Intent.DUE: 1.5 * (found.codes and case.weight(Intent.DUE) >= STRONG),
    }


def _language_is_filter(case: Case) -> Weights:
    """As in "in English" chooses a language only where nothing else is asked."""
    found = case.found
    if Intent.LANGUAGE not in case.said:
        return {}
    if found.terms:
        return {Intent.GLOSSARY: 2.5, Intent.LANGUAGE: -2.0}
    if case.weight(Intent.DOCUMENTS):
        return {Intent.DOCUMENTS: 2.5, Intent.LANGUAGE: -2.0}
    other = max((w for i, w in case.said.items() if i not in (Intent.LANGUAGE, Intent.HELP)), default=0.0)
    return {Intent.LANGUAGE: 0.5 if other < STRONG else -2.0}


def _help_is_general(case: Case) -> Weights:
    """Help with the bot, not with a subject: what else is named speaks against it."""
    found = case.found
    if Intent.HELP not in case.said:
        return {}
    named = found.items or found.topic or found.parties or found.documents or bool(found.terms) or found.period
    return {Intent.HELP: -1.5 if named else 1.5}


def _deliveries_need_matter(case: Case) -> Weights:
    """A delivery is asked after with a subject, an item or a party."""
    marks, found = case.marks, case.found
    asked = case.weight(Intent.DELIVERIES)
    if asked < STRONG:
        done = marks.has("time", "now") or marks.has("people", "everybody") or marks.has("marks", "already")
        done = done or found.codes or marks.links(0, "perfect")
        about = found.topic or found.items or found.parties or marks.has("moves", "that")
        wanted = asked > 0 and done and about
        if not wanted:
            return {Intent.DELIVERIES: -WEAK}
        return {Intent.DELIVERIES: 2.6, Intent.DUE: -2.5 * found.codes, Intent.AGREEMENTS: -2.0 * found.codes}
    matter = found.topic or found.items or found.parties
    return {Intent.DELIVERIES: 1.0 if matter else -1.0, Intent.AGREEMENTS: -1.5 * found.about}


def _notices_lead(case: Case) -> Weights:
    """To be reminded is asked by an imperative, which outweighs what it is about."""
    return {Intent.NOTICES: 4.0} if case.weight(Intent.NOTICES) >= STRONG else {}


RULES: Final[tuple[Callable[[Case], Weights], ...]] = (
    _named,
    _asks_meaning,
    _asks_membership,
    _asks_date,
    _asks_who,
    _subject_of_no_meeting,
    _duty_outweighs,
    _decides,
    _asks_paper,
    _language_is_filter,
    _help_is_general,
    _deliveries_need_matter,
    _notices_lead,
)
