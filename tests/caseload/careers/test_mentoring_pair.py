"""Who accompanies whom, how many days both are there, and how many cases a mentee may have."""

from datetime import timedelta

import pytest

from optimizer.caseload.careers.mentoring_pair import mentoring_pairs
from optimizer.caseload.manager import Away, Manager
from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import default_policy
from optimizer.caseload.rules.cases.mentee_cases import MenteeCases
from optimizer.planning.policy import Policy
from optimizer.summary.caseload.mentors import mentor_rows
from tests.caseload.draw import DAY, amounts, says

TWO_WEEKS = Away(DAY, DAY + timedelta(days=11))


def panel(mentor=None, mentee=None):
    people = (Manager("ann", "Ann", **(mentor or {})), Manager("ben", "Ben", mentor="ann", **(mentee or {})))
    return Panel("Made", DAY, people, (), {}, {})


@pytest.mark.parametrize(
    ("mentor", "mentee", "there", "beside", "minutes"),
    [
        ({}, {}, 20, 20, 20 * 480),
        ({"away": (TWO_WEEKS,)}, {}, 20, 10, 10 * 480),
        ({}, {"away": (TWO_WEEKS,)}, 10, 10, 10 * 480),
        ({"fte": 80}, {"fte": 50}, 20, 20, 20 * 240),
        ({"leaves": DAY + timedelta(days=4)}, {}, 20, 5, 5 * 480),
    ],
)
def test_both_are_beside_each_other_on_days_that_neither_is_away(mentor, mentee, there, beside, minutes):
    (found,) = mentoring_pairs(panel(mentor, mentee))
    assert found == ("ann", "ben", there, beside, minutes)


@pytest.mark.parametrize(("months", "over"), [(0, [2]), (1, [1]), (2, []), (3, [])])
def test_the_cap_of_a_mentee_rises_by_month(months, over):
    mentee = {"ben": {"mentor": "ann", "experience": months}}
    assert amounts(MenteeCases(limit=1, more=1), "ann 999: p4\nben 999: p1 p2 p3", mentee) == over


def test_the_cap_is_for_full_time_and_for_mentees_alone():
    picture, rule = "ann 999: p1 p2 p3\nben 999: p4 p5", MenteeCases(limit=2, more=0)
    assert amounts(rule, picture, {"ben": {"mentor": "ann", "experience": 0, "fte": 50}}) == [1]
    assert says(rule, picture, {"ben": {"mentor": "ann", "fte": 50}}) == [
        "Ben has 2 cases; with a mentor it should be 1 at most."
    ]


def test_a_row_tells_what_a_mentee_may_have_now_and_in_a_month():
    made = panel(mentee={"experience": 4})
    (row,) = mentor_rows(made, default_policy(), frozenset(), tuple(mentoring_pairs(made)))
    assert row == ["Ben", "Ann", "4 months", "20 of 20 days", "160 h", "0", "27", "30"]
    (row,) = mentor_rows(made, Policy(()), frozenset(), tuple(mentoring_pairs(made)))
    assert row[-2:] == ["-", "-"]
