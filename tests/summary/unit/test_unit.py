"""What a unit has and needs, in facts."""

from datetime import date

import pytest

from optimizer.summary.unit.unit import unit_facts
from tests.draw import draw


def laws(first, *jurisdictions):
    unit, _ = draw("ann  D D", jurisdictions=jurisdictions, first=first)
    return dict(unit_facts(unit))["Laws in force"]


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (date(2012, 11, 3), "Massachusetts. Musts beside the sheet Rules: none"),
        (date(2012, 11, 4), "One that is in force on a part of the period binds all of it"),
        (date(2012, 11, 5), "At least 8 hours of rest after 16 hours or more of work at a stretch"),
    ],
)
def test_a_must_in_force_on_a_part_of_the_period_is_told_to_bind_it_all(first, told):
    assert laws(first, "us-massachusetts").endswith(told)


def test_an_average_and_what_can_be_waived_are_no_musts():
    assert laws(date(2026, 10, 1), "us-pennsylvania").endswith("none")
    assert "on average" not in laws(date(2026, 10, 1), "eu-working-time")
