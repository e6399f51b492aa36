"""A panel offers whom may be paired, and counts minutes by pair."""

from optimizer.caseload.eligibility import Attribute
from optimizer.caseload.panel import Case
from optimizer.caseload.tier import Tier
from optimizer.planning.pair import Pair
from tests.caseload.draw import draw

TWO = "ann 100: p1\nbob 100: p2"


def test_every_pair_can_be_judged_and_only_eligible_ones_are_offered():
    panel, plan = draw(TWO, {"bob": {"open": False}})
    assert len(panel.pairs) == 4
    assert panel.offered == {Pair("ann", Case("p1")), Pair("ann", Case("p2"))}
    assert {lack.attribute for lacks in panel.lacking.values() for lack in lacks} == {Attribute.OPEN}
    assert plan - panel.offered == {Pair("bob", Case("p2"))}


def test_a_closed_panel_keeps_whom_it_has():
    panel, plan = draw(TWO, {"bob": {"open": False}}, given=TWO)
    assert plan <= panel.offered
    assert panel.present == {"p1": "ann", "p2": "bob"}


def test_travel_and_interpreting_come_on_top_where_they_are_needed():
    panel, plan = draw(
        TWO,
        {"ann": {"home": "1"}, "bob": {"home": "2", "languages": ("Hmong",)}},
        {each: {"language": "Hmong", "interpreter": True, "area": "2"} for each in ("p1", "p2")},
        work={"p1": (60, 9), "p2": (100, 15)},
        travel={("1", "2"): 30},
    )
    assert [panel.minutes(pair) for pair in sorted(plan)] == [60 + 9 + 30, 100]
    assert panel.loads(plan) == {"ann": 99, "bob": 100}
    assert panel.load("bob", plan) == 100


def test_the_tier_is_the_ratings_and_low_without_one():
    panel, _ = draw(TWO, tiers={"p1": 4})
    assert (panel.tier("p1"), panel.tier("p2")) == (Tier.COMPLEX, Tier.LOW)
