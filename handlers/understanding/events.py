"""Meetings that stand for a date: "before the plenary", "después de lo de Berlín"."""

from datetime import date
from typing import Final

from data.directory import Directory
from handlers.understanding.marking import Marks
from handlers.understanding.occasions import Occasions
from i18n.lexicon import Entry

PAPERS: Final = frozenset({"minutes", "report", "note"})


def event_days(
    marks: Marks, position: int, within: int, today: date, directory: Directory, occasions: Occasions
) -> tuple[date, date, int] | None:
    """First and last day of the meeting that the next ``within`` words name, and the word behind it.

    The next one where several fit, else the latest; None where no meeting is named.
    """
    end, topic, kinds = position, dict[str, float](), list[str]()
    for here in range(position, min(position + within, len(marks.words))):
        kind = next((f for f in marks.starting.get(here, ()) if _is_kind(f.value)), None)
        named = marks.lexicons[marks.read_as].terms(marks.words[here].typed)
        terms = {term: 1.0 for term in named if occasions.knows(term)}
        if kind or terms:
            end = kind.end if kind else here + 1
            kinds += [kind.value.value] if kind else []
            topic.update(terms)
        elif not (marks.links(here, "event") or marks.at(here, "cues", "meetings") or _is_body(marks, here)):
            break
    if end == position:
        return None
    dated = [m for m in directory.meetings.values() if m.start and len(m.start) == len("2017-09-26")]
    fitting = occasions.matching(occasions.of_kinds(dated, kinds), topic)
    days = sorted((date.fromisoformat(m.start or ""), date.fromisoformat(m.end or m.start or "")) for m in fitting)
    ahead = [span for span in days if span[1] >= today]
    chosen = ahead[0] if ahead else days[-1] if days else None
    return (*chosen, end) if chosen else None


def _is_kind(entry: Entry) -> bool:
    """Whether a phrase names a kind of meeting; "minutes" and "report" are kinds of papers."""
    return entry.section == "kinds" and entry.value not in PAPERS


def _is_body(marks: Marks, position: int) -> bool:
    return any(name.start <= position < name.end for name in marks.names)
