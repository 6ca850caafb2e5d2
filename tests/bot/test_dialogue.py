from datetime import date, timedelta

from bot.assembly import Assembly
from bot.clock import FixedDay
from bot.dialogue import Dialogue

EVE = date(2017, 7, 7)


class Midnight:
    """A clock on which a day goes by between two looks."""

    def __init__(self) -> None:
        self._next = EVE

    def today(self) -> date:
        now, self._next = self._next, self._next + timedelta(days=1)
        return now


def test_a_chat_left_open_over_midnight_uses_the_new_day(parts: Assembly) -> None:
    open_ = Dialogue(parts.conversation, Midnight())
    first, second = (open_.say("/plazos Chile") for _ in range(2))
    assert first == Dialogue(parts.conversation, FixedDay(EVE)).say("/plazos Chile")
    assert second == Dialogue(parts.conversation, FixedDay(EVE + timedelta(days=1))).say("/plazos Chile")
    assert first != second


def test_a_date_is_the_day_of_every_turn(parts: Assembly) -> None:
    dated, fixed = Dialogue(parts.conversation, EVE), Dialogue(parts.conversation, FixedDay(EVE))
    for text in ("/plazos Chile", "¿y México?"):
        assert dated.say(text) == fixed.say(text)
