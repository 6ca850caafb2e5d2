"""The days a question is about: "before the 15th", "en septiembre", "los próximos 10 días", "hasta fin de mes".

First the dates and spans that stand in the question are found (`spans`), then what ties them to now or to each
other: from … to, before, until, after.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from handlers.understanding.marking import Marks
from handlers.understanding.reading import Period
from handlers.understanding.scan import Located, Scan
from handlers.understanding.spans import located

_RELATIONS: Final = ("here", "rest", "so_far", "before", "until", "after", "since")
"""What ties a date to today; of several in a question the first of these counts."""
_LISTED: Final = timedelta(days=40)
"""How far "June and July", "today and tomorrow" reach as one stretch."""

_EVENT_WORDS: Final = {"before": 6, "after": 6, "until": 4, "here": 4}
"""Words in which a meeting is named behind these."""

EventDays = Callable[[int, int], tuple[date, date, int] | None]
"""First and last day of a meeting that is named from a word on, within so many, and the word behind it."""


def period_of(
    marks: Marks, today: date, used: frozenset[int], event_from: EventDays
) -> tuple[Period, frozenset[int]] | None:
    """The period of a question and the words that give it; None where it gives none."""
    spans = _joined(marks, list(located(marks, today, used)))
    for start, end, kind in sorted(_relations(marks), key=lambda r: (_RELATIONS.index(r[2]), -r[0])):
        if start in used:
            continue
        target = _target(marks, spans, end)
        within = _EVENT_WORDS.get(kind, 0)
        # "before the September plenary": the month belongs to the meeting.
        if within and (target is None or (not target.is_day and marks.at(target.end, "kinds"))):
            event = event_from(target.end if target else end, within)
            target = Located(event[0], event[1], end, event[2]) if event else target
        if target is not None:
            words = frozenset(range(start, target.end))
            if kind == "since" and _is_stretch(marks, target):
                return Period(target.first, target.last, target.any_year), words
            return _related(kind, target, today), words
    if not spans:
        return None
    # Of several dates the last one is asked for ("I came in June … what is due in July").
    chosen = max(spans, key=lambda s: (s.weight, s.start))
    return Period(chosen.first, chosen.last, chosen.any_year), frozenset(range(chosen.start, chosen.end))


def _relations(marks: Marks) -> Iterator[tuple[int, int, str]]:
    days = marks.of("time", "day_after_tomorrow", "day_before_yesterday")
    # "How long until" asks for a date and gives none.
    asking = (a for a in marks.of("aspects") if a.end - a.start > 1)
    taken = {i for found in (*days, *asking) for i in range(found.start, found.end)}
    for found in sorted(
        (f for f in marks.entries if f.value.section == "time" and f.value.value in _RELATIONS),
        key=lambda f: (f.start - f.end, _RELATIONS.index(f.value.value)),
    ):
        if not taken.intersection(range(found.start, found.end)):
            taken.update(range(found.start, found.end))
            yield found.start, found.end, found.value.value


def _target(marks: Marks, spans: list[Located], position: int) -> Located | None:
    """The span that starts here, links skipped."""
    for ahead in range(position, min(position + 4, len(marks.words) + 1)):
        for span in spans:
            if span.start == ahead or (ahead == position and span.start < ahead < span.end):
                return replace(span, closes=True) if marks.at(span.end, "time", "closing") else span
        if not marks.links(ahead, "article", "date"):
            return None
    return None


def _is_stretch(marks: Marks, span: Located) -> bool:
    """Whether "from" opens a range that is named in full: "from 12 to 15 March"."""
    return any(marks.links(i, "range") for i in range(span.start + 1, span.end))


def _related(kind: str, span: Located, today: date) -> Period:
    ahead = today if span.last >= today else None
    if kind == "before" and span.is_day and span.last == today:
        return Period(None, today - timedelta(days=1))
    if kind == "before":
        # A day is itself the limit ("before the 15th" runs to the 15th); a month or a meeting is not part of it.
        last = span.last if span.is_day or span.closes else span.first - timedelta(days=1)
        return Period(ahead if last >= today else None, last, span.any_year)
    if kind == "so_far":
        return Period(span.first, min(span.last, today), span.any_year)
    if kind in ("here", "rest"):
        return Period(ahead, span.last)
    if kind == "until" and span.is_day and span.last < today:
        # What was to be done "by last Friday" was due then, not at any time before.
        return Period(span.first, span.last, span.any_year)
    if kind == "until":
        return Period(ahead, span.last, span.any_year)
    if kind == "after":
        return Period(span.last + timedelta(days=1), None, span.any_year)
    return Period(span.first, None, span.any_year)


def _joined(marks: Marks, spans: list[Located]) -> list[Located]:
    """Spans with what stands between them: "from July to September", "del 3 al 9 de julio"."""
    joined: list[Located] = []
    for span in spans:
        before = joined[-1] if joined else None
        if before and _is_range(marks, before, span):
            first = before.first if before.first <= span.first else _same_year(before, span)
            any_year = before.any_year and span.any_year
            joined[-1] = replace(span, first=first, start=before.start, any_year=any_year, is_day=False)
        else:
            joined.append(span)
    return joined


def _is_range(marks: Marks, before: Located, span: Located) -> bool:
    between = range(before.end, span.start)
    if not between:
        return Scan(marks, before.first, frozenset()).dash_before(span.start)
    if not all(marks.links(i, "range", "article", "date") for i in between):
        return False
    if not any(marks.links(i, "range") for i in between):
        return False
    opened = any(f.end in range(before.start - 2, before.start + 1) for f in marks.of("time", "between"))
    listed = any(marks.links(i, "and") for i in between) and not opened
    return not listed or span.first <= before.last + _LISTED


def _same_year(before: Located, span: Located) -> date:
    """The start of a range whose year was not typed and fell behind its end."""
    return before.first.replace(year=span.first.year) if before.first.year > span.first.year else span.first
