from datetime import date

import pytest

from bot.clock import FixedDay, day_of


def test_a_fixed_day_stays() -> None:
    assert FixedDay(date(2017, 7, 1)).today() == date(2017, 7, 1)


def test_a_day_is_written_in_one_way() -> None:
    assert day_of("2017-07-01") == date(2017, 7, 1)


@pytest.mark.parametrize(
    "text",
    ["", "2017-7-1", "20170701", "2017-W26-6", "2017-02-29", "1-07-2017", "2017-07-01 ", "1899-12-31", "2200-01-01"],
)
def test_anything_else_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="no day such as 2017-07-01"):
        day_of(text)
