"""What a question is about, once names, dates and cues are taken out: known subjects and unknown words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from handlers.understanding.marking import Marks
from i18n.words import stems

HARD: Final = 1.0
SOFT: Final = 0.35
"""A subject named by a word that people also use for anything ("participate")."""
STEM: Final = 0.7
"""A word of the records that is in no lexicon."""

SHORTEST_STEM: Final = 4
"""Letters of a stem that says something: shorter ones stand for many words."""

_TAKEN: Final = (
    "cues", "aspects", "status", "moves", "time", "references", "organs", "people", "kinds", "marks", "chat", "months",
    "weekdays", "ordinals", "numbers", "concepts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subjects:
    """What a question is about.

    ``topic`` weighs what is known; ``hard`` counts what was named by a word of its own and is no kind or place of a
    meeting, ``foreign`` what of it no meeting is called by. ``unknown`` narrows the question though nothing is known
    of it; ``leftover`` is the rest.
    """

    topic: Mapping[str, float] = field(default_factory=dict)
    hard: int = 0
    foreign: int = 0
    unknown: tuple[str, ...] = ()
    leftover: tuple[str, ...] = ()
    off_topic: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    about: bool = False


def subjects_of(
    marks: Marks,
    used: frozenset[int],
    knows: Callable[[str], bool],
    is_place: Callable[[str], bool],
    is_named: Callable[[str], bool],
) -> Subjects:
    """The subjects among the words that are not ``used``.

    ``knows`` tells whether records have a term, ``is_place`` whether it is where a meeting is,
    ``is_named`` whether a meeting is called by it.
    """
    topic: dict[str, float] = {}
    kinds = {(f.start, f.end) for f in marks.of("kinds")}
    hard: set[str] = set()
    others = [
        f for f in (*marks.of("offtopic"), *marks.of("cues", "meetings", "idiom", "attends")) if f.end - f.start > 1
    ]
    for concept in marks.of("concepts"):
        length = concept.end - concept.start
        if any(o.start <= concept.start and concept.end <= o.end and o.end - o.start > max(1, length) for o in others):
            continue
        if used.issuperset(range(concept.start, concept.end)):
            continue
        single = concept.end - concept.start == 1
        weight = SOFT if single and marks.is_common(concept.start) else HARD
        term = f"c:{concept.value.value}"
        topic[term] = max(weight, topic.get(term, 0.0))
        if weight >= HARD and (concept.start, concept.end) not in kinds and not is_place(term):
            hard.add(term)
    named = [range(c.start, c.end) for c in marks.of("concepts") if not used.issuperset(range(c.start, c.end))]
    words = [marks.text[marks.words[r[0]].start : marks.words[r[-1]].end] for r in named]
    taken = {i for section in _TAKEN for f in marks.of(section) for i in range(f.start, f.end)} | used
    off_topic = [
        f
        for f in marks.of("offtopic")
        if not set(range(f.start, f.end)) <= used
        and not any(c.start <= f.start and f.end <= c.end for c in marks.of("concepts"))
    ]
    off_words = {i for f in off_topic for i in range(f.start, f.end)}
    unknown: list[str] = []
    leftover: list[str] = []
    for position, word in enumerate(marks.words):
        if position in taken or marks.is_common(position) or word.plain.isdigit() or len(word.plain) < 2:
            continue
        known = next(
            (s for s in _stems(marks, position) if (len(s) >= SHORTEST_STEM or word.typed.isupper()) and knows(s)), None
        )
        if known is not None and position not in off_words:
            topic.setdefault(known, STEM)
            words.append(word.typed)
        elif _qualifies(marks, position):
            unknown.append(word.typed)
            words.append(word.typed)
        else:
            leftover.append(word.typed)
    return Subjects(
        topic,
        len(hard),
        sum(not is_named(term) for term in hard),
        tuple(unknown),
        tuple(leftover),
        tuple(marks.words[f.start].typed for f in off_topic),
        tuple(words),
        _about(marks, named, unknown),
    )


def _about(marks: Marks, named: Sequence[range], unknown: Sequence[str]) -> bool:
    """Whether a subject is introduced as one: "sobre los expertos", "about the visas"."""
    starts = {r[0] for r in named} | {i for i, word in enumerate(marks.words) if word.typed in unknown}
    return any(
        any(i in starts for i in range(mark.end, min(mark.end + 4, len(marks.words))))
        for mark in marks.of("marks", "about")
    )


def _stems(marks: Marks, position: int) -> tuple[str, ...]:
    word = marks.words[position].typed
    return tuple(s for language in (marks.read_as, *marks.lexicons) for s in stems(word, language))


def _qualifies(marks: Marks, position: int) -> bool:
    """Whether a word narrows the question: it stands behind "about", "of", "in" or beside another such word."""
    if any(cue.end == position for cue in marks.of("cues", "due")):
        # "¿Qué debe Narnia?" is not asked of everybody.
        return True
    before = position - 1
    while before >= 0 and position - before <= 3:
        if any(f.start <= before < f.end for f in marks.of("marks", "about", "qualifies")):
            return True
        if not marks.is_common(before):
            before -= 1
            continue
        if marks.links(before, "article"):
            before -= 1
            continue
        return False
    return False
