from dataclasses import replace
from datetime import date

import pytest

from optimizer.planning.pair import Pair
from optimizer.planning.policy import Mode, Policy
from optimizer.staffing.facts.care import Care, Census, Filler
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Bond, Request, Tie, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.policy import default_policy, must, off, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.hours.caps import AgencyCap, OvertimeCap
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.scenario import Position, RuleChange, Scenario, hired
from tests.draw import day, draw

PEOPLE = {
    "ann": {"credentials": {"RN licence": None, "BLS": None}, "experience": 24, "pay_class": "RN"},
    "ben": {"credentials": {"RN licence": None}, "experience": 48, "pay_class": "RN"},
    "cal": {"credentials": {"BLS": None, "RN licence": None}, "experience": 600, "pay_class": "RN"},
    "dot": {
        "employment": Employment.AGENCY,
        "pay_class": "Agency",
        "credentials": {"Passport": None},
        "preceptors": ("ann",),
    },
}
PAY = {"RN": PayClass(40_01, burden=200), "Agency": PayClass(90_00)}


def unit(**facts):
    return draw("ann  D .\nben  . D\ncal  . .\ndot  . .", PEOPLE, pay=PAY, **facts)[0]


def applied(scenario, policy=None, **facts):
    return scenario.apply(unit(**facts), policy or Policy(()))


def test_a_scenario_without_changes_changes_nothing():
    here = unit()
    assert Scenario("As it is").apply(here, default_policy()) == (here, default_policy())


def test_caps_take_the_place_of_what_the_policy_said_of_everyone():
    policy = Policy((off(Budget()), must(Budget(limit=5, to=("ann",))), off(OvertimeCap())))
    _, policy = applied(Scenario("Tight", budget=1_000_00, overtime_cap=60, agency_cap=0), policy)
    assert policy.rulings == (
        must(Budget(limit=5, to=("ann",))),
        must(Budget(limit=1_000_00)),
        must(OvertimeCap(limit=60)),
        must(AgencyCap(limit=0)),
    )


def test_wages_and_agency_rates_change_apart_and_half_a_cent_is_rounded_up():
    assert applied(Scenario("Raise", wages=25))[0].pay == {"RN": PayClass(41_01, burden=200), "Agency": PayClass(90_00)}
    assert applied(Scenario("Raise", wages=500))[0].pay["RN"].rate == 60_02
    assert applied(Scenario("Dear", agency_rate=-100))[0].pay == {**PAY, "Agency": PayClass(81_00)}


def test_more_patients_need_more_people_rounded_up():
    needs = (Need(When(), "D", "RN", 4, 5, 5), Need(When(), "N", "RN", 0, 1))
    more = applied(Scenario("Full", census=100), needs=needs)[0].needs
    assert [(n.minimum, n.target, n.maximum) for n in more] == [(5, 6, 6), (0, 2, None)]
    fewer = applied(Scenario("Quiet", census=-200), needs=needs)[0].needs
    assert [(n.minimum, n.target, n.maximum) for n in fewer] == [(4, 4, 5), (0, 1, None)]


def test_whoever_is_removed_is_spoken_of_no_more():
    duty = Pair("ann", Duty(day(0), "D", "RN"))
    facts = {
        "requests": (Request("ann", Wish.OFF, day(0), day(0)), Request("ben", Wish.OFF, day(0), day(0))),
        "ties": (Tie("ben", "ann", Bond.APART), Tie("ben", "cal", Bond.APART)),
        "locked": frozenset({duty}),
        "given": frozenset({duty}),
    }
    left, _ = applied(Scenario("Fewer", remove=("ann",)), **facts)
    assert [person.id for person in left.staff] == ["ben", "cal", "dot"]
    assert ([r.who for r in left.requests], [t.other for t in left.ties]) == (["ben"], ["cal"])
    assert (left.locked, left.given, left.people["dot"].preceptors) == (frozenset(), frozenset(), ())


def test_who_is_hired_is_as_people_in_the_role_usually_are():
    (one, two) = hired(unit(), Position(2, "RN", 0.6, "N"))
    assert (one.job, one.roles, one.pay_class, one.experience) == ("RN", ("RN", "Charge"), "RN", 48)
    assert one.credentials == {"RN licence": None, "BLS": None}
    assert (one.fte, one.employment, one.shifts) == (0.6, "PT", ("N",))
    assert one.id != two.id


def test_a_role_that_nobody_has_can_be_hired_with_what_it_requires():
    here = unit()
    here = replace(here, roles=(replace(here.roles[2], requires=("CNA certificate",)),))
    (aide,) = hired(here, Position(1, "CNA", 0.9))
    assert (aide.job, aide.roles, aide.credentials) == ("CNA", ("CNA",), {"CNA certificate": None})
    assert aide.employment == "FT"


def test_people_hired_in_several_positions_never_share_an_id():
    more, _ = applied(Scenario("More", add=(Position(1, "RN", 0.9), Position(2, "RN", 0.9))))
    assert len({person.id for person in more.staff}) == len(more.staff) == 7


def test_rules_change_how_they_count_their_price_and_their_limit():
    policy = Policy((must(CoverMinimum()), must(Rest(limit=600)), priced(MostInARow(limit=3), 25)))
    changes = (
        RuleChange("cover-minimum", Mode.PRICED, 500_00),
        RuleChange("rest", limit=660),
        RuleChange("most-in-a-row", Mode.MUST),
        RuleChange("budget", Mode.PRICED, 1_00),
    )
    _, policy = applied(Scenario("Other rules", rules=changes, budget=10_00), policy)
    assert policy.rulings == (
        priced(CoverMinimum(), 500),
        must(Rest(limit=660)),
        must(MostInARow(limit=3)),
        priced(Budget(limit=10_00), 1),
    )


def test_a_rule_that_the_policy_leaves_out_comes_in():
    assert applied(Scenario("Rest", rules=(RuleChange("rest", Mode.MUST),)))[1].rulings == (must(Rest()),)


def test_a_limit_of_a_rule_that_stands_twice_is_refused():
    policy = Policy((must(MostInARow(limit=5)), priced(MostInARow(limit=3), 25)))
    with pytest.raises(ValueError, match="stands 2 times"):
        applied(Scenario("Which", rules=(RuleChange("most-in-a-row", limit=4),)), policy)


CARE = Care((Census(When(), "D", {1: 10, 2: 5}, admissions=4),), (Filler("RN", 100, counts=True),))


def made(scenario):
    """Return the census of the day shift, and how many nurses it makes, in a unit of 15 patients of 4 and 6 hours."""
    unit, _ = applied(scenario, care=CARE, kind="med_surg", first=date(2026, 10, 5))
    (need,) = {need for need in unit.needs if need.when.day == date(2026, 10, 5)}
    return unit.care.census[0], (need.minimum, need.target)


def test_more_patients_are_counted_whole_by_level_and_make_their_own_needs():
    census, (_, before) = made(Scenario("As it is"))
    grown, (_, after) = made(Scenario("Full", census=500))
    assert (census.patients, before) == ({1: 10, 2: 5}, 4)  # 70 h by a third and 4 admissions, by 7.5 h a nurse
    assert (grown.patients, grown.admissions, after) == ({1: 15, 2: 8}, 6, 6)
    assert made(Scenario("Quiet", census=-1000))[0].patients == {1: 0, 2: 0}


def test_another_law_or_another_target_makes_other_needs():
    assert made(Scenario("Oregon", jurisdictions=("us-oregon",)))[1] == (4, 4)
    assert made(Scenario("California", jurisdictions=("us-california",)))[1] == (3, 4)
    assert made(Scenario("More hours", hppd=12 * 60))[1] == (0, 8)


def test_the_musts_of_another_law_come_with_it():
    _, policy = applied(Scenario("EU", jurisdictions=("eu-working-time",)))
    assert "weekly-rest" in {ruling.rule.key for ruling in policy.rulings}
