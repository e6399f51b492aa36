"""What each rule finds, exactly at the limit and one past it, and the sentence for it."""

from datetime import timedelta

import pytest

from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.policy import default_policy
from optimizer.caseload.rules.area import Area
from optimizer.caseload.rules.assigned import Assigned
from optimizer.caseload.rules.balance import EvenCaseloads
from optimizer.caseload.rules.budget import PanelBudget
from optimizer.caseload.rules.capacity import Capacity, CapacityWithOvertime
from optimizer.caseload.rules.cases.most_cases import MostCases, NoviceCases
from optimizer.caseload.rules.cases.tier_mix import TierMix
from optimizer.caseload.rules.certification import Certification
from optimizer.caseload.rules.exclusion import Exclusion
from optimizer.caseload.rules.experience import ExperienceForTier
from optimizer.caseload.rules.fit import OwnLanguage, Preference, Travel
from optimizer.caseload.rules.household import Household
from optimizer.caseload.rules.language import Language
from optimizer.caseload.rules.licence import Licence
from optimizer.caseload.rules.one_owner import OneOwner
from optimizer.caseload.rules.open_panel import OpenPanel
from optimizer.caseload.rules.specialty import Specialty
from optimizer.caseload.rules.transfers import Continuity, MostTransfers
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from tests.caseload.draw import DAY, amounts, draw, says

BEFORE = DAY - timedelta(days=1)
ONE, TWO = "ann 100: p1 p2", "ann 100: p1\nbob 100: p2"


def test_one_owner():
    assert amounts(OneOwner(), TWO) == []
    assert says(OneOwner(), "ann: p1\nbob: p1") == ["p1 has 2 case managers; one is responsible."]


def test_whoever_has_no_manager_weighs_by_tier():
    assert amounts(Assigned(), TWO) == []
    assert amounts(Assigned(), "ann:\n-: p1 p2", tiers={"p1": 4}) == [4, 1]
    assert says(Assigned(), "ann:\n-: p1", tiers={"p1": 4}) == ["p1, tier 4 (complex), has no case manager."]


@pytest.mark.parametrize(
    ("rule", "able", "unable", "patient", "tiers", "sentence"),
    [
        (Licence(), {"licences": {"TX": Valid(DAY)}}, {"licences": {"TX": Valid(BEFORE)}}, {"state": "TX"}, {},
         "Ann has no licence in TX that is valid on Mon 2 Mar, as p1 needs."),
        (Certification(), {"certifications": {"CCM": Valid(DAY)}}, {"certifications": {"CCM": Valid(BEFORE)}}, {},
         {"p1": 4},
         "Ann has no CCM, CMGT-BC or ACM that is valid on Mon 2 Mar, as p1 needs."),
        (ExperienceForTier(), {"experience": 12}, {"experience": 11}, {}, {"p1": 3},
         "Ann has too little experience for tier 3 (high), as p1 needs."),
        (Language(), {"languages": ("Hmong",)}, {}, {"language": "Hmong"}, {},
         "Ann does not speak Hmong, as p1 needs."),
        (Area(), {"areas": ("Area 4",)}, {"areas": ("Area 5",)}, {"area": "Area 4"}, {},
         "Ann does not serve Area 4, as p1 needs."),
        (Specialty(), {"specialties": ("renal", "oncology")}, {}, {"specialties": ("renal", "oncology")}, {},
         "Ann has no specialty in renal and oncology, as p1 needs."),
        (OpenPanel(), {}, {"open": False}, {}, {}, "Ann has a closed panel on Mon 2 Mar and cannot take p1."),
        (OpenPanel(), {"leaves": DAY}, {"leaves": BEFORE}, {}, {},
         "Ann has left, and p1 needs another case manager."),
    ],
)  # fmt: skip
def test_who_lacks_an_attribute(rule, able, unable, patient, tiers, sentence):
    assert amounts(rule, "ann: p1", {"ann": able}, {"p1": patient}, tiers=tiers) == []
    assert amounts(rule, "ann: p1", {"ann": unable}, {"p1": patient}, tiers=tiers) == [1]
    assert says(rule, "ann: p1", {"ann": unable}, {"p1": patient}, tiers=tiers) == [sentence]


def test_excluded():
    excluded = {"p1": {"excluded": ("ann",)}}
    assert amounts(Exclusion(), "ann: p2\nbob: p1", None, excluded) == []
    assert says(Exclusion(), "ann: p1\nbob: p2", None, excluded) == ["p1 is not to be with Ann."]


def test_a_closed_panel_keeps_whom_it_has():
    assert amounts(OpenPanel(), "ann: p1", {"ann": {"open": False}}, given="ann: p1") == []


@pytest.mark.parametrize(("work", "found"), [(50, []), (51, [1])])
def test_capacity(work, found):
    assert amounts(Capacity(), ONE, work={"p1": 50, "p2": work}) == found


def test_capacity_says_how_much():
    assert says(Capacity(limit=90), "ann 600: p1", work={"p1": 660}) == [
        "Ann has 11 h of work a month; 90 % of the capacity is 9 h."
    ]


@pytest.mark.parametrize(("work", "found"), [(80, []), (81, [1])])
def test_overtime(work, found):
    assert amounts(CapacityWithOvertime(), ONE, {"ann": {"overtime": 30}}, work={"p1": 50, "p2": work}) == found


def test_most_cases_go_by_fte_and_by_contract():
    assert amounts(MostCases(limit=2), ONE) == []
    assert amounts(MostCases(limit=2), ONE, {"ann": {"fte": 50}}) == [1]
    assert amounts(MostCases(limit=2), ONE, {"ann": {"cases": 1}}) == [1]
    assert says(MostCases(limit=1), ONE) == ["Ann has 2 cases; it should be 1 at most."]


def test_novices_have_a_lower_cap():
    assert amounts(NoviceCases(limit=1), ONE, {"ann": {"experience": 12}}) == []
    assert amounts(NoviceCases(limit=2), ONE, {"ann": {"experience": 11}}) == []
    assert amounts(NoviceCases(limit=1), ONE, {"ann": {"experience": 11}}) == [1]


def test_tier_mix_counts_heavy_cases():
    assert amounts(TierMix(limit=1), ONE, tiers={"p1": 4, "p2": 3}) == []
    assert amounts(TierMix(limit=1), ONE, tiers={"p1": 4, "p2": 5}) == [1]


def test_balance_is_of_what_fills_everybody_alike():
    assert amounts(EvenCaseloads(limit=0), "ann 100: p1\nbob 200: p2", work={"p1": 50, "p2": 100}) == []
    assert amounts(EvenCaseloads(limit=1), "ann 100: p1\nbob 200: p2", work={"p1": 51, "p2": 99}) == []
    assert amounts(EvenCaseloads(limit=1), "ann 100: p1\nbob 200: p2", work={"p1": 53, "p2": 97}) == [2, 1]
    assert says(EvenCaseloads(limit=0), TWO, work={"p1": 60, "p2": 120}) == [
        "Ann has 1 h of work a month; an even share is 1.5 h to 1.5 h.",
        "Bob has 2 h of work a month; an even share is 1.5 h to 1.5 h.",
    ]


def test_balance_leaves_out_who_takes_nobody_with_their_patients():
    closed = {"cas": {"open": False}}
    picture = TWO + "\ncas 100: p3"
    assert amounts(EvenCaseloads(limit=0), picture, closed, given=picture, work={"p3": 500}) == []


def test_balance_is_within_each_region():
    areas = {"ann": {"areas": ("1",)}, "bob": {"areas": ("2",)}}
    where = {"p1": {"area": "1"}, "p2": {"area": "2"}}
    assert amounts(EvenCaseloads(limit=0), TWO, areas, where, work={"p1": 90, "p2": 10}) == []
    assert amounts(EvenCaseloads(limit=0), TWO, work={"p1": 90, "p2": 10}) == [40, 40]


def test_continuity_weighs_heavy_cases_twice():
    assert amounts(Continuity(), TWO, given=TWO) == []
    assert amounts(Continuity(), TWO, given="ann: p2\nbob: p1", tiers={"p1": 4}) == [2, 1]
    assert amounts(Continuity(), "ann:\nbob:\n-: p1", given="ann: p1") == []
    assert says(Continuity(), "ann: \nbob: p1", given="ann: p1") == ["p1 is with Ann now and would change."]


def heir(day=DAY):
    return {"ann": {"successor": "bob", "hands_over": day}}


def test_to_go_to_the_named_successor_is_no_transfer_and_to_go_elsewhere_is_one():
    had, all_bobs = "ann: p1 p2", "ann:\nbob: p1 p2\ncas:"
    assert amounts(Continuity(), all_bobs, heir(), given=had) == []
    assert amounts(MostTransfers(limit=0), all_bobs, heir(), given=had) == []
    assert amounts(Continuity(), "ann:\nbob: p1\ncas: p2", heir(), given=had) == [1]
    assert amounts(Continuity(), "ann: p1 p2\nbob:\ncas:", heir(), given=had) == [1, 1]
    told = ["p2 is to go from Ann to Bob and would go elsewhere."]
    assert says(Continuity(), "ann:\nbob: p1\ncas: p2", heir(), given=had) == told


def test_before_the_day_patients_stay():
    after = DAY + timedelta(days=1)
    assert amounts(Continuity(), "ann: p1\nbob:", heir(after), given="ann: p1") == []
    assert amounts(Continuity(), "ann:\nbob: p1", heir(after), given="ann: p1") == [1]


def test_caseloads_that_change_places_and_one_that_goes_on_are_with_whom_they_came_to():
    both = {**heir(), "bob": {"successor": "ann", "hands_over": DAY}}
    assert amounts(Continuity(), "ann: p2\nbob: p1", both, given="ann: p1\nbob: p2") == []
    on = {**heir(BEFORE), "bob": {"successor": "cas", "hands_over": DAY}}
    assert amounts(Continuity(), "ann:\nbob:\ncas: p1", on, given="ann: p1") == []


def test_the_last_day_of_employment_says_when_where_no_day_does():
    leaves = {"ann": {"successor": "bob", "leaves": BEFORE}}
    assert amounts(Continuity(), "ann:\nbob: p1", leaves, given="ann: p1") == []
    assert amounts(Continuity(), "ann:\nbob: p1", {"ann": {"leaves": BEFORE}}, given="ann: p1") == [1]


def test_who_has_handed_over_keeps_nobody_and_gets_nobody_new_even_soon_before():
    told = "Ann hands all patients over to Bob from Mon 2 Mar 2026 on and cannot take p1."
    assert says(OpenPanel(), "ann: p1\nbob:", heir(), given="ann: p1") == [told]
    assert amounts(OpenPanel(), "ann:\nbob: p1", {**heir(), "bob": {"open": False}}, given="ann: p1") == []
    soon = heir(DAY + timedelta(days=9))
    assert amounts(OpenPanel(), "ann: p1 p2\nbob:", soon, given="ann: p1", ahead=30) == [1]


@pytest.mark.parametrize(("limit", "found"), [(2, []), (1, [1])])
def test_most_transfers(limit, found):
    assert amounts(MostTransfers(limit=limit), TWO, given="ann: p2\nbob: p1") == found


@pytest.mark.parametrize(("budget", "found"), [(20_00, []), (19_99, [120])])
def test_budget_in_cents(budget, found):
    assert amounts(PanelBudget(), "ann 120: p1 p2", {"ann": {"pay": 10_00}}, budget=budget) == found


def test_budget_pays_half_as_much_again_beyond_the_capacity():
    assert says(PanelBudget(), "ann 60: p1 p2", {"ann": {"pay": 10_00}}, budget=24_00) == [
        "The work costs $25 a month; the budget is $24."
    ]
    assert amounts(PanelBudget(), "ann 60: p1 p2", {"ann": {"pay": 10_00}}) == []


def test_household():
    home = {each: {"household": "h"} for each in ("p1", "p2")}
    assert amounts(Household(), ONE, None, home) == []
    assert says(Household(), TWO, None, home) == ["p2 lives with p1, but is not with Ann, too."]
    assert amounts(Household(), TWO) == []


def test_fit():
    assert says(Preference(), TWO, None, {"p1": {"preferred": ("bob",)}}) == ["p1 would rather be with Bob."]
    assert amounts(Preference(), TWO, None, {"p1": {"preferred": ("ann",)}}) == []
    hmong = {"p1": {"language": "Hmong", "interpreter": True}}
    assert says(OwnLanguage(), "ann: p1", None, hmong) == ["Ann needs a Hmong interpreter for p1."]
    assert amounts(OwnLanguage(), "ann: p1", {"ann": {"languages": ("Hmong",)}}, hmong) == []
    assert amounts(OwnLanguage(), "ann: p1", None, {"p1": {"language": "Hmong"}}) == []
    travel = {"travel": {("1", "2"): 30}}
    assert says(Travel(), "ann: p1", {"ann": {"home": "1"}}, {"p1": {"area": "2"}}, **travel) == [
        "Ann travels 0.5 h a month."
    ]
    assert amounts(Travel(), "ann: p1", {"ann": {"home": "2"}}, {"p1": {"area": "2"}}, **travel) == []


def test_the_policy_to_begin_with_finds_nothing_in_a_good_plan():
    panel, plan = draw("ann 100: p1\nbob 100: p2", given=TWO)
    judge = Judge(formulate(panel, default_policy()))
    assert judge.judge(plan).score == (0, 0)
