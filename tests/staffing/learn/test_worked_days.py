"""What rosters say of one unit, alone and together."""

import pytest

from optimizer.staffing.learn.worked_days import Rostered, Worked, WorkedDays, together
from tests.draw import MONDAY, day
from tests.staffing.learn.rosters import roster


def test_everything_that_cannot_be_is_refused_at_once():
    with pytest.raises(
        ValueError, match=r"bob has D on 2026-06-01, but is not among.*; ann has N on 2026-06-09, but no"
    ):
        WorkedDays(
            "4 West", (Rostered("ann", "Ann"),), (MONDAY,), (Worked("bob", MONDAY, "D"), Worked("ann", day(8), "N"))
        )
    with pytest.raises(ValueError, match="covers no day"):
        WorkedDays("4 West", (), (), ())


def test_two_months_with_a_gap_are_two_blocks():
    june, august = roster("ann D D ."), roster("ann N N .\nbob . D .", first=day(60))
    both = together([june, august])
    assert [block.days for block in both.blocks] == [june.days, august.days]
    assert [person.id for person in both.people] == ["ann", "bob"]
    assert len(both.worked) == 5


def test_of_two_versions_of_a_day_the_later_holds():
    both = together([roster("ann D D D"), roster("ann N .", first=day(1))])
    assert [(cell.day, cell.code) for cell in both.worked] == [(day(0), "D"), (day(1), "N")]


def test_nothing_after_a_day_is_known_until_then():
    known = roster("ann D D D").until(day(1))
    assert known.days == (day(0), day(1))
    assert len(known.worked) == 2


def test_the_most_frequent_code_comes_first():
    assert roster("ann D N N\nbob E . N").codes == ("N", "D", "E")
