"""The civil day. Everything else is told which day it is."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol

_NO_DAY: Final = "{!r} is no day such as 2017-07-01"


class Clock(Protocol):
    """Who knows which day it is."""

    def today(self) -> date:
        """The current civil day."""


class SystemClock:
    """The day where this machine is."""

    def today(self) -> date:
        """The current civil day in the machine's time zone."""
        return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class FixedDay:
    """Always the same day, for looking at another time."""

    day: date

    def today(self) -> date:
        """The fixed day."""
        return self.day


def day_of(text: str) -> date:
    """The day of ``2017-07-01``, from 1900 to 2199; ValueError for anything else, other ISO 8601 forms included."""
    if not re.fullmatch(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(_NO_DAY.format(text))
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(_NO_DAY.format(text)) from error
