"""What an assignment comes to, beside what rules of thumb do."""

from fractions import Fraction

from optimizer.caseload.figures import outline, outlines, transfers
from optimizer.caseload.policy import default_policy
from optimizer.caseload.unplaced import unassigned
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from tests.caseload.draw import draw, plan_of


def test_an_outline_counts_who_is_left_over_hours_spread_and_transfers():
    panel, plan = draw("ann 100: p1 p2\nbob 200: p3\n-: p4", work={"p3": 30}, given="ann: p1\nbob: p2")
    found = outline(panel, Judge(formulate(panel, default_policy())), "Ours", plan)
    assert (found.unassigned, found.overload, found.spread) == (1, 20, 120 - Fraction(15))
    assert [pair.what.patient for pair in transfers(panel, plan)] == ["p2"]
    assert found.transfers == 1


def test_rules_of_thumb_stand_beside_a_plan_and_the_present_one():
    panel, plan = draw("ann 100: p1\nbob 100: p2", given="ann: p1 p2")
    found = outlines(panel, formulate(panel, default_policy()), plan)
    assert [each.title for each in found][:3] == ["This assignment", "As it is now", "Round robin"]
    assert [each.spread for each in found[:2]] == [0, 120]


def test_whoever_nobody_has_is_told_with_what_is_missing_or_that_somebody_could():
    panel, _ = draw("ann 100: p1\n-: p2 p3", patients={"p3": {"language": "Hmong"}})
    two, three = unassigned(panel, plan_of("ann: p1"))
    assert (two.patient, two.missing, two.nearest) == ("p2", (), 1)
    assert "1 case manager could take" in two.sentence
    assert [lack.wanted for lack in three.missing] == ["Hmong"]
