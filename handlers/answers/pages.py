"""Long lists in pages that fit a phone."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from handlers.answers.desk import Desk
from handlers.reply import Choice

Item = TypeVar("Item")

PER_PAGE: Final = 5
_LEAST: Final = 3
"""A page is not left shorter than this."""


def page_of(items: Sequence[Item], page: int) -> Sequence[Item]:
    """The items of a page, counted from 1."""
    return items[(page - 1) * PER_PAGE : page * PER_PAGE]


def more_choice(count: int, page: int, desk: Desk) -> tuple[Choice, ...]:
    """The way to the next page of a list, where there is one."""
    return more_of(count - page * PER_PAGE, desk)


def more_of(left: int, desk: Desk) -> tuple[Choice, ...]:
    """The way on to what is left."""
    t = desk.texts
    if left <= 0:
        return ()
    label = t.ngettext("{n} more", "{n} more", left).format(n=left)
    return (Choice(label, t.pgettext("typed to see the next page", "more")),)


def kept_together(items: Sequence[Item], together: Callable[[Item, Item], bool]) -> list[Sequence[Item]]:
    """Pages that keep neighbours together where they fit one: those that would be cut begin the next page."""
    found: list[Sequence[Item]] = []
    left = items
    while left:
        end = min(PER_PAGE, len(left))
        start = end
        while 0 < start < len(left) and together(left[start - 1], left[start]):
            start -= 1
        end = start if start >= _LEAST else end
        found.append(left[:end])
        left = left[end:]
    return found


def pages(count: int) -> int:
    """How many pages a list has."""
    return -(-count // PER_PAGE)


def numbered(title: str, page: int, last: int, desk: Desk) -> str:
    """The first line of a further page, or of what comes after the last one."""
    t = desk.texts
    if page > last:
        return t.gettext("{title}: that is all on record.").format(title=title)
    return t.gettext("{title}, page {page} of {pages}").format(title=title, page=page, pages=last)
