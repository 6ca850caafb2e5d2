"""Long lists in pages that fit a phone."""

from collections.abc import Sequence
from typing import Final, TypeVar

from handlers.answers.desk import Desk
from handlers.reply import Choice

Item = TypeVar("Item")

PER_PAGE: Final = 8


def page_of(items: Sequence[Item], page: int, per_page: int = PER_PAGE) -> Sequence[Item]:
    """The items of a page, counted from 1."""
    return items[(page - 1) * per_page : page * per_page]


def more_choice(count: int, page: int, desk: Desk, per_page: int = PER_PAGE) -> tuple[Choice, ...]:
    """The way to the next page, where there is one."""
    t = desk.texts
    left = count - page * per_page
    if left <= 0:
        return ()
    label = t.ngettext("{n} more", "{n} more", left).format(n=left)
    return (Choice(label, t.pgettext("typed to see the next page", "more")),)
