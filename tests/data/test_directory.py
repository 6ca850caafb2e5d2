from datetime import date

import pytest
from sqlite_utils import Database

from data.directory import Directory
from data.model import Outsider


@pytest.mark.parametrize(
    ("party", "day", "bodies"),
    [
        ("CL", date(1990, 1, 1), ("SACM",)),
        ("PE", date(2017, 4, 30), ()),
        ("PE", date(2017, 5, 1), ("SACM",)),
        ("PE", date(2017, 5, 31), ("SACM",)),
        ("PE", date(2017, 6, 1), ()),
        ("IOM", date(2017, 6, 1), ()),
        ("XX", date(2017, 6, 1), ()),
    ],
)
def test_bodies_of_a_party_on_a_day(store: Database, party: str, day: date, bodies: tuple[str, ...]) -> None:
    assert Directory(store).bodies_of(party, day) == bodies


def test_members_of_a_body_on_a_day(store: Database) -> None:
    directory = Directory(store)
    assert directory.members_of("SACM", date(2017, 5, 10)) == ("CL", "PE")
    assert directory.members_of("SACM", date(2017, 6, 10)) == ("CL",)
    assert directory.members_of("CL", date(2017, 6, 10)) == ()
    assert directory.members_of("XX", date(2017, 6, 10)) == ()


def test_discrepancies_show_up_at_all_that_they_are_about(store: Database) -> None:
    directory = Directory(store)
    assert [found.id for found in directory.discrepancies_about("MIN-2")] == ["D-1"]
    assert directory.discrepancies_about("M-2017-09") == directory.discrepancies_about("MIN-2")
    assert directory.discrepancies_about("MIN-1") == ()


def test_a_state_outside_is_no_party(store: Database) -> None:
    directory = Directory(store)
    assert directory.outsiders == {"NO": Outsider("NO", {"es": ("noruega",), "en": ("Norwegian",)})}
    assert "NO" not in directory.parties
