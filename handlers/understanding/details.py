"""The finer shades of a question: which of several, which side of it, in which language, leaning on what."""

from handlers.understanding.marking import Marks
from handlers.understanding.reading import Aspect, Intent, Order, Status

_OPENING = 4
"""Words, thanks and sighs, that may stand before "and …"."""


def status_of(marks: Marks) -> Status | None:
    """Which duties are asked for: overdue ones first, as that says most."""
    for status in (Status.OVERDUE, Status.UNDATED, Status.DATED, Status.UPCOMING):
        if marks.has("status", status.value):
            return status
    return None


def order_of(marks: Marks, used: frozenset[int]) -> Order | None:
    """Which of several; "the next meetings" means all that lie ahead, and "next week" is a time (``used``)."""
    for found in marks.of("moves", "next", "previous", "last", "first"):
        following = marks.plain(found.end)
        if any(i.start <= found.start and found.end <= i.end for i in marks.of("cues", "idiom")):
            continue
        plural = following.endswith("s") and not marks.lexicons[marks.read_as].is_function(following)
        if not plural and not used.intersection(range(found.start, found.end)):
            return Order(found.value.value)
    return None


def aspect_of(marks: Marks) -> Aspect | None:
    """Which side of a record is asked after."""
    said = marks.of("status")
    found = [a for a in marks.of("aspects") if not any(s.start <= a.start and a.end <= s.end for s in said)]
    return Aspect(found[0].value.value) if found else None


def language_named(marks: Marks, intent: Intent) -> str | None:
    """The language that is asked for: "in Spanish"; of documents also "the Spanish ones"."""
    asked = {i for f in marks.of("cues", "language") for i in range(f.start, f.end)}
    named = (f for f in marks.of("languages") if f.start in asked or intent is Intent.DOCUMENTS)
    return next((found.value.value for found in named), None)


def begins(marks: Marks) -> bool:
    """Whether a question starts with "and …", "what about …", whatever thanks or sighs stand before."""
    return any(
        f.start <= _OPENING and all(marks.is_common(i) or marks.at(i, "chat") for i in range(f.start))
        for f in marks.of("moves", "begins")
    )
